import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWith, readCard } from '#src/tools/simulate/card.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel, person } from '#test/channel/teams-places.ts';
import { entering, type Member as Owner, readable } from '../admin/member.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { phoneIn } from '../room/phone.ts';
import { labels, press, screenPath } from '../room/screen.ts';
import { Member, type Place } from './member.ts';
import { until } from './until.ts';

const lively = { rest: 20, again: 200, round: 60_000 };
const marie = person('Marie');
let app: Running;
let teams: TeamsService;
let place: Place;
let owner: Owner;
beforeAll(async () => {
  teams = await teamsService();
  app = await running(undefined, { FACILITATORS: marie.aadObjectId }, { rhythm: lively });
  place = { app: app.url, service: teams.url, channel: newChannel() };
  owner = await entering(app.spaceLink);
  await new Member(place, marie).mention('inviter');
  await until(() => teams.standing(place.channel).find(({ label }) => label === 'invitation'));
}, 30_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

const cards = () => teams.standing(place.channel).filter(({ label }) => label === 'room');
const said = (text: string) => until(() => cards().find(({ body }) => JSON.stringify(body).includes(text)));
const count = async () =>
  /data-live="answers">([^<]+)/.exec((await owner.get(`${screenPath}?lang=fr`)).text)?.[1];

test('a channel answers with the room: one press each, counted together, and nobody is named', async () => {
  await press(owner, 'begin');
  await press(owner, 'ask', { question: 'On y va ?', ...labels });
  await said('Le vote n’est pas encore ouvert.');
  await press(owner, 'open', { secondes: '0' });
  const { id, body } = await said('Le vote est ouvert.');
  const button = (stance: number) => {
    const action = actionWith(readCard(body), 'stance', stance);
    if (action === undefined) throw new Error(`No button ${stance}`);
    return action;
  };
  const [anna, bob] = [new Member(place), new Member(place)];
  const answer = await anna.press(button(2), id);
  expect(JSON.stringify(answer.body)).toContain('Votre réponse est enregistrée');
  await anna.press(button(1), id);
  await bob.press(button(-2), id);
  const phone = await phoneIn(app.url);
  await phone.tap(2);
  expect(await count()).toBe('3 réponses');
  await press(owner, 'reveal');
  const shown = JSON.stringify((await said('Premier vote')).body);
  expect(shown).toContain('n’est montré qu’à partir de');
  for (const { user } of [anna, bob]) expect(shown).not.toContain(user.id);
  expect(JSON.stringify((await bob.press(button(2), id)).body)).toContain(
    'Ce vote ne prend plus de réponse.',
  );
}, 60_000);

test('the next question is a card of its own, and a session that ends leaves no button behind', async () => {
  await press(owner, 'close');
  await press(owner, 'ask', { question: 'Et ensuite ?', ...labels });
  await press(owner, 'open', { secondes: '0' });
  const { body } = await said('Et ensuite ?');
  expect(cards()).toHaveLength(2);
  await until(() => actionWith(readCard(cards().at(-1)?.body ?? body), 'stance', 0));
  await press(owner, 'end');
  await until(() => cards().every((one) => readCard(one.body).actions.length === 0));
  expect(cards().map(({ body: one }) => JSON.stringify(one).includes('La question est passée.'))).toEqual([
    ...[true, true],
  ]);
  expect(readable((await owner.get(`${screenPath}?lang=fr`)).text)).toContain('deux questions');
}, 60_000);
