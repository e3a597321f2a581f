import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '#src/config.ts';
import { obtainBackup } from '#src/tools/backup/obtain-backup.ts';
import { actionWith, readCard } from '#src/tools/simulate/card.ts';
import { bytesIn } from '#test/bytes-in.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import {
  installed,
  membersAdded,
  membersRemoved,
  messageDeleted,
  messageEdited,
  messageReaction,
  uninstalled,
} from '#test/channel/teams-activity.ts';
import { inChannel, inPrivate, newChannel, person } from '#test/channel/teams-places.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { Member, type Place } from './member.ts';
import { until } from './until.ts';

const lively = { rest: 20, again: 200, round: 60_000 };
const marie = person('Marie');

/** The program's clock: provisional results rest for ten minutes. */
let passed = 0;
const now = () => new Date(Date.now() + passed).toISOString();
const tenMinutes = 601_000;

let app: Running;
let teams: TeamsService;
let place: Place;
let facilitator: Member;
beforeAll(async () => {
  teams = await teamsService();
  app = await running(undefined, { FACILITATORS: marie.aadObjectId.toUpperCase() }, { rhythm: lively, now });
  place = { app: app.url, service: teams.url, channel: newChannel() };
  teams.setMembers(place.channel, ['29:a', '29:b', marie.id]);
  facilitator = new Member(place, marie);
}, 20_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

/** What stands in the channel under a label, now. */
const standing = (label: string) => teams.standing(place.channel).find((one) => one.label === label);
const said = (label: string) => JSON.stringify(standing(label)?.body);
/** A button of it, to press. */
const buttonOf = (label: string, key: string, value: unknown) => {
  const found = standing(label);
  const action = found && actionWith(readCard(found.body), key, value);
  if (found === undefined || action === undefined) throw new Error(`No button ${key} on ${label}`);
  return [action, found.id] as const;
};
/** How many people the result that stands there is about, roughly, as it says. */
const shownOf = () => /[^"\\.]*personnes ont choisi/.exec(said('group-scenario') ?? '')?.[0];
/** What the assistant wrote to somebody in private. */
const toPerson = ({ user }: Member) =>
  teams.log.filter(({ conversation }) => conversation.endsWith(user.aadObjectId));

/** Presses "take part" on the invitation and answers one domain to its end, in the dialog. */
async function answersIn(member: Member, domain = 'mobility') {
  await member.press(...buttonOf('invitation', 'act', 'participate'));
  for (const step of ['consent', 'profile'])
    if (member.seen.includes(`"act":"${step}"`)) await member.forward();
  await member.tap(member.button('domain', domain));
  for (let nth = 0; !member.seen.includes('"act":"open"'); nth++) await member.forward({}, nth);
}

test('a message that mentions the assistant gets help for the channel, never a question', async () => {
  expect(await new Member(place).mention('bonjour')).toBe(200);
  expect(teams.log.map(({ label }) => label)).toEqual(['help']);
  expect(JSON.stringify(teams.log[0]?.body)).toContain('on me répond en privé');
});

test('the same message brought twice is answered once', async () => {
  const member = new Member(place);
  await Promise.all([1, 2, 3].map(() => member.mention('aide', { id: '1800000000001' })));
  await member.mention('aide', { id: '1800000000001' });
  expect(teams.labelled('help')).toHaveLength(2);
});

test.each(['nouvelle consultation', 'inviter', 'avancement', 'relancer', 'clore', 'publier'])(
  'whoever does not facilitate is told no, kindly: %s',
  async (word) => {
    const before = teams.log.length;
    expect(await new Member(place).mention(word)).toBe(200);
    expect(teams.log.slice(before).map(({ label }) => label)).toEqual(['notice']);
    expect(teams.log.at(-1)?.body?.text).toContain('Seule l’équipe de la consultation');
  },
);

test('whoever facilitates opens the form in private, is told what is wrong, and makes a consultation that stands there', async () => {
  await facilitator.mention('nouvelle consultation');
  const [open] = teams.standing(place.channel).filter(({ label }) => label === 'facilitation');
  const action = open && actionWith(readCard(open.body), 'word', 'create');
  if (open === undefined || action === undefined) throw new Error('No way to open the form');
  const stranger = new Member(place);
  await stranger.press(action, open.id);
  expect(stranger.seen).toContain('Seule l’équipe de la consultation');

  await facilitator.press(action, open.id);
  const form = { title: ' Bourg-Neuf  en 2040 ', territory: 'Bourg-Neuf', domains: 'mobility,health' };
  const others = { opens: '', language: 'fr', minGroup: '5' };
  await facilitator.forward({ ...form, ...others, closes: '2001-01-01' });
  expect(facilitator.seen).toContain('Le dernier jour est déjà passé');
  expect(facilitator.seen).toContain('Bourg-Neuf');
  await facilitator.forward({ ...form, ...others, closes: '2099-12-31' });
  expect(facilitator.seen).toContain('Son invitation est dans ce canal');

  expect(said('invitation')).toMatch(/Bourg-Neuf en 2040.*Bourg-Neuf/);
  expect(said('invitation')).toContain('31 décembre 2099');
  expect(said('invitation')).toContain('Personne n’a encore pris part');
  const { refresh } = Object(standing('invitation')?.body).attachments[0].content;
  expect(refresh.userIds).toEqual(['29:a', '29:b', marie.id]);
});

test('taking part opens in private over the channel: a whole domain, card after card, and the count follows', async () => {
  const member = new Member(place);
  await answersIn(member);
  await until(() => said('invitation')?.includes('Une personne a pris part'));
  const names = new RegExp(`${member.user.id}|${member.user.name}|${member.user.aadObjectId}`);
  expect(said('invitation')).not.toMatch(names);
  expect(teams.log.filter(({ label }) => label === 'question')).toEqual([]);

  // One person in both: what was begun here goes on in private.
  await member.write('menu');
  expect(toPerson(member).map(({ label }) => label)).toEqual(['menu']);
  const menu = JSON.stringify(toPerson(member)[0]?.body);
  expect(menu).toMatch(/Transport et mobilité|mobilité/i);
  expect(menu).toContain('Terminé');

  // And the card in the channel tells them how far they are, and nobody else.
  const mine = await member.press(...buttonOf('invitation', 'act', 'invitation'));
  expect(JSON.stringify(mine.body)).toContain('For you: ');
}, 40_000);

test('the group scenario is published in a thread under the invitation', async () => {
  await facilitator.mention('publier');
  expect(teams.log.at(-1)?.body?.text).toContain('Il faut encore au moins 9 personnes');
  // Twice the smallest group, and as much again as may be drawn.
  for (let i = 0; i < 14; i++) {
    const member = new Member(place);
    await answersIn(member);
    if (i < 8) await answersIn(member, 'health');
  }
  await facilitator.mention('publier');
  const result = await until(() => standing('group-scenario'));
  expect(result.thread).toBe(`${place.channel};messageid=${standing('invitation')?.id}`);
  expect(shownOf()).toBeDefined();
  expect(said('group-scenario')).not.toMatch(/my-scenario|"act":"answer"/);
}, 60_000);

test('tapping a domain shows it to whoever taps, in place of the card', async () => {
  const member = new Member(place);
  const shown = await member.press(...buttonOf('group-scenario', 'domain', 'mobility'));
  expect(shown.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  expect(JSON.stringify(shown.body)).toContain('Tous les domaines');
  // The results open in private too, for somebody of whom nothing is known.
  await member.press(...buttonOf('invitation', 'word', 'group'));
  expect(member.seen).toContain('Terminez d’abord un domaine');
});

test('a new release is shown in the same place; one that was deleted is posted again', async () => {
  const before = standing('group-scenario');
  const posts = () => teams.labelled('group-scenario').filter(({ method }) => method === 'POST').length;
  const posted = posts();
  const first = shownOf();
  // The first of them that may bring a new result do; the others, the next one.
  for (let i = 0; i < 20; i++) {
    if (i % 10 === 0) passed += tenMinutes;
    await answersIn(new Member(place), 'mobility');
  }
  await until(() => shownOf() !== first);
  expect(standing('group-scenario')?.id).toBe(before?.id);
  expect(posts()).toBe(posted);

  const thread = before?.thread ?? '';
  teams.remove(thread, before?.id ?? '');
  passed += tenMinutes;
  for (let i = 0; i < 10; i++) {
    const member = new Member(place);
    await answersIn(member, 'health');
    if (i < 2) await answersIn(member, 'mobility');
  }
  await until(() => posts() === posted + 1);
  expect(standing('group-scenario')?.thread).toBe(thread);
  // The vision comes once two domains have figures, under the same invitation.
  expect((await until(() => standing('shared-vision'))).thread).toBe(thread);
}, 90_000);

test('people who come or leave change whose view is their own', async () => {
  const everyone = Array.from({ length: 61 }, (_, i) => `29:${i}`);
  teams.setMembers(place.channel, everyone);
  const where = inChannel({ channel: place.channel });
  const at = { service: teams.url, user: marie, where };
  await facilitator.send(membersAdded({ ...at, who: [{ id: '29:60' }] }));
  await until(() => said('invitation')?.includes('"refresh"') === false);
  teams.setMembers(place.channel, everyone.slice(0, 60));
  await facilitator.send(membersRemoved({ ...at, who: [{ id: '29:60' }] }));
  await until(() => said('invitation')?.includes('"29:59"'));
  const backup = await madeBackup();
  expect(await bytesIn(backup, '"29:59"')).toHaveLength(1);
  teams.setMembers(place.channel, everyone.slice(0, 59));
  await facilitator.send(membersRemoved({ ...at, who: [{ id: '29:59' }] }));
  await until(() => said('invitation')?.includes('"29:59"') === false);
  // The card may say so before it is written everywhere; the test's own limit bounds it.
  while ((await bytesIn(app.dataDir, '"29:59"')).length > 0);
  expect(await bytesIn(backup, '"29:58"')).toHaveLength(1);
});

async function madeBackup(): Promise<string> {
  const read = readConfig({ DATA_DIR: app.dataDir });
  const made = 'problems' in read ? undefined : await obtainBackup(read.config);
  if (made === undefined || 'remedy' in made) throw new Error(made?.message);
  return made.path;
}

test('what people do to messages is taken calmly', async () => {
  const member = new Member(place);
  const at = { service: teams.url, user: member.user, where: inChannel({ channel: place.channel }) };
  const before = teams.log.length;
  for (const odd of [
    messageEdited({ ...at, id: '1', text: 'autre chose' }),
    messageDeleted({ ...at, id: '1' }),
    messageReaction({ ...at, to: '1' }),
    installed(at),
  ])
    expect((await member.send(odd)).status).toBe(200);
  expect(teams.log.slice(before)).toEqual([]);
});

test('somebody who edits a message in private is told how to change an answer', async () => {
  const member = new Member(place);
  await answersIn(member, 'health');
  const at = { service: teams.url, user: member.user, where: inPrivate(member.user) };
  await member.send(messageEdited({ ...at, id: '2', text: 'non' }));
  expect(toPerson(member).at(-1)?.body?.text).toMatch(/«\s?changer\s?»/);
});

test('closing is asked twice, in private; then the invitation says so', async () => {
  await facilitator.mention('clore');
  const desks = teams.standing(place.channel).filter(({ label }) => label === 'facilitation');
  const desk = desks.at(-1);
  const action = desk && actionWith(readCard(desk.body), 'word', 'close');
  if (desk === undefined || action === undefined) throw new Error('No way to close');
  await facilitator.press(action, desk.id);
  await facilitator.tap(facilitator.button('sure', true));
  expect(facilitator.seen).toContain('La consultation est close');
  await until(() => said('invitation')?.includes('Consultation close'));
  expect(said('invitation')).not.toContain('participate');
});

test('a team that lets the assistant go leaves nothing behind to reach it by', async () => {
  const at = { service: teams.url, user: marie, where: inChannel({ channel: place.channel }) };
  await facilitator.send(uninstalled(at));
  const kept = await filesUnder(join(app.dataDir, 'channel-post'));
  expect(kept).toEqual([]);
});

/** Every document in a folder of the store. */
async function filesUnder(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}
