import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { installed, membersAdded, uninstalled } from '#test/channel/teams-activity.ts';
import { bot, inPrivate, newChannel, person } from '#test/channel/teams-places.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { Member, type Place } from './member.ts';

let app: Running;
let teams: TeamsService;
let place: Place;
beforeAll(async () => {
  teams = await teamsService();
  app = await running();
  place = { app: app.url, service: teams.url, channel: newChannel() };
}, 20_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

const labels = ({ user }: Member) =>
  teams.log.filter(({ conversation }) => conversation.endsWith(user.aadObjectId)).map(({ label }) => label);

/** Somebody, with what Teams says of their private chat. */
function newMember() {
  const member = new Member(place);
  const at = { service: teams.url, user: member.user, where: inPrivate(member.user) };
  return {
    member,
    install: () => member.send(installed(at)),
    add: () => member.send(membersAdded({ ...at, who: [bot] })),
    upgrade: () => member.send({ ...installed(at), action: 'add-upgrade' }),
    remove: () => member.send(uninstalled(at)),
  };
}

test('who installs the assistant is greeted once, however often Teams says so', async () => {
  const { member, install, add } = newMember();
  const answers = await Promise.all([install(), add()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  await add();
  expect(labels(member)).toEqual(['welcome', 'consent']);
  await member.write('oui');
  expect(labels(member).slice(2)).toEqual(['profile']);
});

test('a greeting that did not arrive is said when Teams says so again', async () => {
  const { member, install, add } = newMember();
  const theirs = ({ conversation }: { conversation: string }) =>
    conversation.endsWith(member.user.aadObjectId);
  teams.fail(theirs, { status: 400 });
  expect((await install()).status).not.toBe(200);
  expect((await add()).status).toBe(200);
  expect(labels(member).slice(-2)).toEqual(['welcome', 'consent']);
});

test('an upgrade says nothing; who takes the assistant away and back is welcomed back', async () => {
  const { member, install, upgrade, remove } = newMember();
  await install();
  await member.write('oui');
  await upgrade();
  expect(labels(member)).toEqual(['welcome', 'consent', 'profile']);
  await remove();
  await install();
  expect(labels(member).slice(3)).toEqual(['notice', 'profile']);
});

const named = (who: typeof bot, text = `<at>${who.name}</at>`) => ({
  type: 'mention',
  mentioned: who,
  text,
});
const zoe = person('Zoé Petit');

test.each<[string, object]>([
  ['oui', {}],
  ['ok', {}],
  ['yes', {}],
  ['OK 👍', {}],
  ['<at>Trajectoires</at> oui', { entities: [named(bot)] }],
  ['<at>Trajectoires</at> oui <at>Zoé Petit</at>', { entities: [named(bot), named(zoe)] }],
  ['<p>oui&nbsp;<at id="0">Zoé Petit</at></p>', { entities: [named(zoe)] }],
])(
  'a yes before anything was shown agrees to nothing, and the same one after it does: %s',
  async (text, more) => {
    const { member } = newMember();
    await member.say({ text, ...more });
    expect(labels(member)).toEqual(['welcome', 'consent']);
    await member.say({ id: `later-${text.length}`, text, ...more });
    expect(labels(member).slice(2)).toEqual(['profile']);
  },
);
