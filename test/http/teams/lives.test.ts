import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Participant } from '#domain/participant/participant.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel, person } from '#test/channel/teams-places.ts';
import { answers } from '../app/crowd.ts';
import { storeOf } from '../app/in-database.ts';
import { newFolder, type Running, removeFolder, running } from '../app/running.ts';
import { Member, type Place } from './member.ts';
import { until } from './until.ts';

/** What outlives a start, and what a channel refuses. */
const lively = { rest: 20, again: 60_000, round: 60_000 };
const marie = person('Marie');
const hour = 3_600_000;

/** The program's clock: provisional results rest for ten minutes. */
let passed = 0;
const now = () => new Date(Date.now() + passed).toISOString();
const tenMinutes = 601_000;

let teams: TeamsService;
let dataDir: string;
let app: Running;
let place: Place;
const start = async () => {
  app = await running(dataDir, { FACILITATORS: marie.aadObjectId }, { rhythm: lively, now });
  place = { app: app.url, service: teams.url, channel: place?.channel ?? newChannel() };
};
beforeAll(async () => {
  teams = await teamsService();
});
afterAll(() => teams.stop());
beforeEach(async () => {
  dataDir = await newFolder();
  place = { app: '', service: teams.url, channel: newChannel() };
  await start();
});
afterEach(async () => {
  await app.stop();
  await removeFolder(dataDir);
});

const standing = (label: string) => teams.standing(place.channel).find((one) => one.label === label);
const toPerson = ({ user }: Member) =>
  teams.log.filter(({ conversation }) => conversation.endsWith(user.aadObjectId)).map(({ body }) => body);
const said = (label: string) => JSON.stringify(standing(label)?.body) ?? '';
const last = (member: Member) => JSON.stringify(toPerson(member).at(-1));

/** Lets time pass for everybody while the program is stopped. */
async function later(ms: number): Promise<void> {
  await app.stop();
  const store = await storeOf(dataDir);
  const before = (iso: string) => new Date(Date.parse(iso) - ms).toISOString();
  for await (const { record } of store.changes('participant', 0)) {
    if (record === undefined) continue;
    const { remindedAt } = record;
    const aged: Participant = { ...record, updatedAt: before(record.updatedAt) };
    await store.save('participant', { ...aged, ...(remindedAt && { remindedAt: before(remindedAt) }) });
  }
  await store.close();
  await start();
}

test('what a stop left to be posted is posted at the next start, once', async () => {
  await new Member(place, marie).mention('inviter');
  await Promise.all(Array.from({ length: 33 }, () => answers(app.url)));
  let down = true;
  const refused = Array.from({ length: 50 }, () => ({ status: 400 }));
  teams.fail(({ label }) => down && label === 'group-scenario', ...refused);
  await new Member(place, marie).mention('publier');
  await until(() => teams.labelled('group-scenario').length > 0);
  expect(standing('group-scenario')).toBeUndefined();
  await app.stop();
  down = false;
  await start();
  await until(() => standing('group-scenario'));
  await until(() => JSON.stringify(standing('invitation')?.body).includes('33 personnes'));
  expect(teams.standing(place.channel).filter(({ label }) => label === 'group-scenario')).toHaveLength(1);
  expect(teams.standing(place.channel).filter(({ label }) => label === 'invitation')).toHaveLength(1);
}, 60_000);

test('what the channel refuses of one card holds back no other', async () => {
  await new Member(place, marie).mention('inviter');
  const refused = Array.from({ length: 200 }, () => ({ status: 413 }));
  const { channel } = place;
  teams.fail(({ method, conversation }) => method === 'PUT' && conversation === channel, ...refused);
  await Promise.all(Array.from({ length: 33 }, () => answers(app.url)));
  await new Member(place, marie).mention('publier');
  await until(() => standing('group-scenario'));
}, 60_000);

test('a channel that takes nothing more is left alone, and whoever put it there is told', async () => {
  const facilitator = new Member(place, marie);
  await facilitator.write('bonjour');
  await facilitator.mention('inviter');
  const { channel } = place;
  const there = (method: string) => (request: { method: string; conversation: string }) =>
    request.method === method && request.conversation === channel;
  teams.fail(there('PUT'), { status: 403 });
  teams.fail(there('POST'), { status: 403 });
  await answers(app.url);
  await until(() => last(facilitator).includes('Un canal n’accepte plus mes messages'));
  const before = teams.log.filter(({ conversation }) => conversation.startsWith(place.channel)).length;
  await answers(app.url);
  await facilitator.write('avancement');
  expect(last(facilitator)).toContain('Un canal n’accepte plus mes messages');
  expect(last(facilitator)).toContain('2 personnes ont donné leur avis');
  const after = teams.log.filter(({ conversation }) => conversation.startsWith(place.channel)).length;
  expect(after).toBe(before);
}, 60_000);

test('an invitation that was deleted in Teams is posted anew, and the channel is no less there', async () => {
  const facilitator = new Member(place, marie);
  await facilitator.write('bonjour');
  const invitations = teams.labelled('invitation').filter(({ method }) => method === 'POST').length;
  await facilitator.mention('inviter');
  const deleted = standing('invitation')?.id ?? '';
  teams.remove(place.channel, deleted);
  teams.fail(({ method, activity }) => method === 'PUT' && activity === deleted, { status: 403 });
  await answers(app.url);
  await until(() => said('invitation').includes('Une personne a pris part'));
  expect(standing('invitation')?.id).not.toBe(deleted);
  await answers(app.url);
  await until(() => said('invitation').includes('2 personnes ont pris part'));
  expect(teams.labelled('invitation').filter(({ method }) => method === 'POST').length).toBe(invitations + 2);
  expect(last(facilitator)).not.toContain('n’accepte plus');
}, 60_000);

test('a thread that was deleted with its results begins anew, the results under it', async () => {
  const facilitator = new Member(place, marie);
  await facilitator.write('bonjour');
  await facilitator.mention('inviter');
  await Promise.all(Array.from({ length: 33 }, () => answers(app.url)));
  await facilitator.mention('publier');
  const first = await until(() => standing('group-scenario'));
  const { channel } = place;
  for (const { id } of teams.standing(channel)) teams.remove(channel, id);
  const isOld = ({ conversation, activity }: { conversation: string; activity?: string }) =>
    conversation === first.thread || (activity !== undefined && first.thread.endsWith(activity));
  teams.fail(isOld, ...Array.from({ length: 50 }, () => ({ status: 403 })));
  passed += tenMinutes;
  await Promise.all(Array.from({ length: 33 }, () => answers(app.url)));
  const again = await until(() => standing('group-scenario'));
  expect(again.thread).not.toBe(first.thread);
  expect(again.thread).toBe(`${channel};messageid=${standing('invitation')?.id}`);
  expect(last(facilitator)).not.toContain('n’accepte plus');
}, 60_000);

test('who stopped half-way is reminded, once in two days, until they say no', async () => {
  const [half, none, facilitator] = [new Member(place), new Member(place), new Member(place, marie)];
  await none.write('bonjour');
  for (const words of ['bonjour', 'oui', 'passer', 'mobilité', 'passer']) await half.write(words);
  const remind = async () => {
    await new Member(place, facilitator.user).write('relancer');
    return last(facilitator);
  };
  expect(await remind()).toContain('Personne n’a de rappel à recevoir');
  await later(2 * hour);
  expect(await remind()).toContain('Une personne reçoit un rappel');
  await until(() => last(half).includes('sans la finir'));
  expect(last(none)).not.toContain('sans la finir');
  expect(await remind()).toContain('Personne n’a de rappel à recevoir');
  await later(49 * hour);
  expect(await remind()).toContain('Une personne reçoit un rappel');
  await new Member(place, half.user).write('plus de rappel');
  expect(JSON.stringify(toPerson(half).at(-2))).toContain('Vous ne recevrez plus de rappel');
  await later(49 * hour);
  expect(await remind()).toContain('Personne n’a de rappel à recevoir');
}, 90_000);

test('whoever uninstalls the assistant in private is not written to any more', async () => {
  const member = new Member(place);
  for (const words of ['bonjour', 'oui']) await member.write(words);
  await member.leave();
  const before = toPerson(member).length;
  await Promise.all(Array.from({ length: 33 }, () => answers(app.url)));
  await new Member(place, marie).mention('inviter');
  await new Member(place, marie).mention('publier');
  await until(() => standing('group-scenario'));
  expect(toPerson(member)).toHaveLength(before);
}, 60_000);
