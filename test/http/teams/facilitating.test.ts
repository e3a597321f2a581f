import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readCard } from '#src/tools/simulate/card.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel, person } from '#test/channel/teams-places.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { Member, type Place } from './member.ts';

/** Who facilitates, and what is kept of anybody. */
const marie = person('Marie');

let teams: TeamsService;
let app: Running;
let place: Place;
beforeAll(async () => {
  teams = await teamsService();
  app = await running(undefined, { FACILITATORS: marie.aadObjectId });
  place = { app: app.url, service: teams.url, channel: newChannel() };
});
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

const standing = (label: string) => teams.standing(place.channel).find((one) => one.label === label);
const toPerson = ({ user }: Member) =>
  teams.log.filter(({ conversation }) => conversation.endsWith(user.aadObjectId)).map(({ body }) => body);
const last = (member: Member) => JSON.stringify(toPerson(member).at(-1));

test('a one-time link pasted in private makes a facilitator of the first who pastes it', async () => {
  const [first, second] = [new Member(place), new Member(place)];
  await first.write(`Voici : ${app.facilitatorLink}`);
  expect(JSON.stringify(toPerson(first)[0])).toContain('Vous animez maintenant une consultation');
  await second.write(app.facilitatorLink);
  expect(JSON.stringify(toPerson(second)[0])).toContain('Ce lien a déjà servi');
  await new Member(place, first.user).write('nouvelle consultation');
  expect(last(first)).toContain('"act":"create"');
  await new Member(place, second.user).write('nouvelle consultation');
  expect(JSON.stringify(toPerson(second).at(-2))).toContain('Seule l’équipe de la consultation');
}, 60_000);

test('a consultation made in private is named on its card, and by its code in the channel where it goes', async () => {
  const facilitator = new Member(place, marie);
  await facilitator.write('nouvelle consultation');
  const form = readCard(toPerson(facilitator).at(-1));
  const data = { ...form.actions[0]?.data, title: 'Été à Arles', territory: 'Arles', domains: 'mobility' };
  await facilitator.say({ value: { ...data, language: 'fr', minGroup: '5' } });
  expect(last(facilitator)).toContain('Été à Arles');
  const code = /inviter (ete-a-arles-\w{4})/.exec(last(facilitator))?.[1] ?? '';
  expect(last(facilitator)).toContain(`"consultation":"${code}"`);
  // The same form sent again makes nothing new.
  await facilitator.say({ value: { ...data, language: 'fr', minGroup: '5' } });
  expect(last(facilitator)).toContain(code);
  await new Member(place, marie).mention('inviter nulle-part');
  expect(JSON.stringify(teams.log.at(-1)?.body)).toContain('Aucune consultation ne porte ce nom');
  await new Member(place, marie).mention(`inviter ${code}`);
  expect(JSON.stringify(standing('invitation')?.body)).toContain('Été à Arles');
  await new Member(place, marie).mention('inviter');
  expect(JSON.stringify(teams.log.at(-1)?.body)).toContain('déjà dans ce canal');
}, 60_000);

test('a form that names somebody else’s consultation takes nothing from them', async () => {
  const other = new Member(place);
  await other.write(app.facilitatorLink);
  const form = {
    act: 'create',
    title: 'Été à Arles',
    territory: 'Ici',
    domains: 'health',
    language: 'fr',
    minGroup: '5',
  };
  await new Member(place, marie).say({ value: { ...form, code: 'k7p2' } });
  await other.say({ value: { ...form, code: 'k7p2', title: 'Été, à Arles', territory: 'Là-bas' } });
  expect(last(other)).toContain('Seule l’équipe de la consultation');
  await other.say({ value: { act: 'word', word: 'close', consultation: 'ete-a-arles-k7p2' } });
  expect(JSON.stringify(toPerson(other).slice(-2))).toContain('Seule l’équipe de la consultation');
  // In a channel it is told from none by nothing.
  const inChannel = new Member(place, other.user);
  const told: string[] = [];
  for (const code of ['nulle-part', 'ete-a-arles-k7p2']) {
    await inChannel.mention(`inviter ${code}`);
    const { id: _, ...body } = teams.log.at(-1)?.body ?? {};
    // In which thread is the person's own.
    told.push(JSON.stringify(body).replace(/;messageid=\d+/, ''));
  }
  expect(told[0]).toContain('Aucune consultation ne porte ce nom');
  expect(told[1]).toBe(told[0]);
}, 60_000);

test('nothing on the disk says who took part: no name, no identifier of Teams or Entra', async () => {
  const member = new Member(place);
  for (const words of ['bonjour', 'oui', 'passer']) await member.write(words);
  await new Member(place, marie).mention('inviter');
  const kept = await everythingIn(app.dataDir);
  expect(kept).toContain('"conversation"');
  for (const { id, name } of [member.user, marie]) {
    expect(kept).not.toContain(id);
    expect(kept).not.toContain(name);
  }
}, 60_000);

/** All that is written in a folder, as one text. */
async function everythingIn(folder: string): Promise<string> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}
