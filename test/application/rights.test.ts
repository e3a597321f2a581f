import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const room = fileURLToPath(new URL('../../src/application', import.meta.url));

const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(`${room}/${name}`, 'utf8') }));

/** What asks for a right, by the one rule of `actor.ts` or by what is made from it. */
const asks = /\b(mayDo|refusal|sees|reachRefusal|mayManage|knownTo|hooksOf|hookOf)\(/;

/** Whoever acts does this to themselves, or to what they made a moment ago by a use case that asked. */
const ofOneself = ['team/sign-out.ts', 'team/link-device.ts', 'audit/write-for-each.ts'];

test('each use case asks whether whoever acts may', () => {
  const acting = sources.filter(({ text }) => /\b(actor|by|\{ id \}): (Pick<)?Actor\b/.test(text));
  expect(acting.length).toBeGreaterThan(25);
  const silent = acting.filter(({ text }) => !asks.test(text)).map(({ name }) => name);
  expect(silent.toSorted()).toEqual([...ofOneself, 'audit/audit-log.ts'].toSorted());
});

/** What writes something without knowing who acts: at the start, at the way in, or for a use case that asked. */
const withoutActor = [
  ...['start/carry-over-editions.ts', 'start/ensure-consultations.ts'],
  ...['team/accounts.ts', 'team/enter.ts', 'team/sign-in-links.ts', 'team/move-grants.ts'],
  ...['retention/begin-erasure.ts', 'retention/erase-people.ts', 'retention/finish-erasure.ts'],
  ...['retention/look-at-retention.ts', 'results/look-at-publications.ts', 'texts/forget-texts.ts'],
  'follow-up/remind-of-follow-ups.ts',
  // Whoever asks for a letter acts by the link that their mailbox was sent.
  'mail/ask-for-mail.ts',
  'paper/keep-sheet.ts',
  // Whoever is in the room answers.
  'room/cast-vote.ts',
  // Whoever has a table's address writes for the table.
  'workshop/fill-table.ts',
  ...['access/api-keys.ts', 'results/snapshots.ts', 'audit/audit-log.ts', 'consultation/beside.ts'],
];

test('what writes to the store knows who acts, but for a few that are named', () => {
  const writes = sources.filter(({ text }) => /\bstore\s*\.\s*(save|update|erase)\(/.test(text));
  expect(writes.length).toBeGreaterThan(15);
  const nameless = writes.filter(({ text }) => !/\bActor\b/.test(text)).map(({ name }) => name);
  expect(nameless.filter((name) => !withoutActor.includes(name))).toEqual([]);
});
