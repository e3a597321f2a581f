import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createKeyMaker, type KeyMaker } from '#channels/keys.ts';
import { readConfig } from '#src/config.ts';
import { obtainBackup } from '#src/tools/backup/obtain-backup.ts';
import { bytesIn } from '#test/bytes-in.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { membersAdded } from '#test/channel/teams-activity.ts';
import { inChannel, inPrivate, newChannel, type Person, person } from '#test/channel/teams-places.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { Member, type Place } from './member.ts';
import { until } from './until.ts';

/** Nothing of whoever erases everything in private stays, beside their own document. */
const lively = { rest: 20, again: 200, round: 60_000 };
const marie = person('Marie');
const code = 'decouverte';

let app: Running;
let teams: TeamsService;
let keys: KeyMaker;
beforeAll(async () => {
  teams = await teamsService();
  app = await running(undefined, { FACILITATORS: marie.aadObjectId }, { rhythm: lively });
  keys = createKeyMaker(JSON.parse(await readFile(join(app.dataDir, 'keys.json'), 'utf8')).pepper);
}, 20_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

/** The consultation stands in a channel of these people. */
async function invited(...people: readonly Person[]): Promise<Place> {
  const place = { app: app.url, service: teams.url, channel: newChannel() };
  teams.setMembers(
    place.channel,
    people.map(({ id }) => id),
  );
  await new Member(place, marie).mention('inviter');
  return place;
}

const shown = ({ channel }: Place) =>
  JSON.stringify(teams.standing(channel).find(({ label }) => label === 'invitation')?.body);

async function takesPart(member: Member): Promise<void> {
  for (const words of ['bonjour', 'oui', 'passer']) await member.write(words);
}

async function erases(member: Member): Promise<void> {
  await member.write('effacer');
  await member.say({ value: { act: 'erase', sure: true } });
}

const referenceOf = (user: Person) => keys.reference('msteams', inPrivate(user).conversation.id, code);

async function backedUp(): Promise<void> {
  const read = readConfig({ DATA_DIR: app.dataDir });
  if ('problems' in read || 'remedy' in (await obtainBackup(read.config)))
    throw new Error('There is no backup');
}

test('a member of channels is named in none any more, nor when others come', async () => {
  const camille = person('Camille');
  const [alone, together] = [await invited(camille), await invited(camille, person('Ali'), marie)];
  const member = new Member(together, camille);
  await takesPart(member);
  await backedUp();
  const traces = [
    ...[camille.id, createHash('sha256').update(camille.id).digest('base64url')],
    ...[keys.participant('msteams', camille.id, code), keys.person('msteams', camille.id)],
    referenceOf(camille),
  ];
  for (const one of traces) expect([one, await bytesIn(app.dataDir, one)]).not.toEqual([one, []]);
  await erases(member);
  for (const one of traces) expect([one, await bytesIn(app.dataDir, one)]).toEqual([one, []]);
  // The cards that stand there say so as well.
  await until(() => ![alone, together].some((place) => shown(place)?.includes(camille.id)));
  expect(shown(alone)).not.toContain('"refresh"');
  expect(shown(together)).toContain(marie.id);

  const late = person('Lou');
  teams.setMembers(together.channel, [camille.id, marie.id, late.id]);
  const where = inChannel({ channel: together.channel });
  await member.send(membersAdded({ service: teams.url, user: marie, where, who: [{ id: late.id }] }));
  await until(() => shown(together)?.includes(late.id));
  expect(await bytesIn(app.dataDir, camille.id)).toEqual([]);
}, 60_000);

test('of whoever facilitates and erases what they answered, the way to reach them goes; they facilitate as before', async () => {
  const other = person('Nour');
  const place = await invited(marie);
  const facilitator = new Member(place, other);
  await facilitator.write(app.facilitatorLink);
  await takesPart(facilitator);
  await backedUp();
  expect((await bytesIn(app.dataDir, referenceOf(other))).join()).toMatch(/facilitator/);
  await erases(facilitator);
  expect(await bytesIn(app.dataDir, referenceOf(other), other.id)).toEqual([]);
  await facilitator.mention('avancement');
  expect(JSON.stringify(teams.log.at(-1)?.body)).not.toContain('Seule l’équipe de la consultation');
}, 60_000);
