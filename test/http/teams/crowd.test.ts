import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWith, readCard } from '#src/tools/simulate/card.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel, person } from '#test/channel/teams-places.ts';
import { runs } from '#test/runs.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { Member, type Place } from './member.ts';
import { until } from './until.ts';

/** Whole tens: every tenth asks for help too. */
const people = runs(80, 200);
const marie = person('Marie');

let app: Running;
let teams: TeamsService;
let place: Place;
beforeAll(async () => {
  teams = await teamsService();
  app = await running(
    undefined,
    { FACILITATORS: marie.aadObjectId },
    { rhythm: { rest: 200, again: 500, round: 60_000 } },
  );
  place = { app: app.url, service: teams.url, channel: newChannel() };
}, 20_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

const invitation = () => teams.standing(place.channel).find(({ label }) => label === 'invitation');

test(`${people} people in one channel at once: nothing is lost, nothing is posted twice, the limits of Teams are kept`, async () => {
  const facilitator = new Member(place, marie);
  await facilitator.mention('inviter');
  const first = invitation();
  const participate = first && actionWith(readCard(first.body), 'act', 'participate');
  if (first === undefined || participate === undefined) throw new Error('No invitation stands there');
  // The channel's service stumbles in the middle of it.
  teams.fail(
    ({ method }) => method === 'PUT',
    { status: 429, headers: { 'retry-after': '0' } },
    { status: 502 },
  );

  const answered = async (member: Member, i: number) => {
    if (i % 10 === 0) expect(await member.mention('aide')).toBe(200);
    await member.press(participate, first.id);
    await member.forward();
    await member.forward();
    await member.tap(member.button('domain', 'mobility'));
    for (let nth = i; !member.seen.includes('"act":"open"'); nth++) await member.forward({}, nth);
  };
  await Promise.all(Array.from({ length: people }, (_, i) => answered(new Member(place), i)));

  await until(() => JSON.stringify(invitation()?.body).includes(`${people} personnes ont pris part`));
  const made = teams.log.filter(({ method }) => method === 'POST');
  expect(made.filter(({ label }) => label === 'invitation')).toHaveLength(1);
  expect(made.filter(({ label }) => label === 'help')).toHaveLength(people / 10);
  expect(made).toHaveLength(1 + people / 10);
  expect(invitation()?.id).toBe(first.id);
  expect(teams.overLimits()).toEqual([]);

  await facilitator.mention('avancement');
  const desk = teams.standing(place.channel).find(({ label }) => label === 'facilitation');
  const open = desk && actionWith(readCard(desk.body), 'word', 'progress');
  if (desk === undefined || open === undefined) throw new Error('No way to the progress');
  await facilitator.press(open, desk.id);
  expect(facilitator.seen).toContain(`${people} personnes ont donné leur avis`);

  const requests = teams.log.length;
  const updates = teams.log.filter(({ method }) => method === 'PUT').length;
  console.log(`${people} people, ${requests} requests to the channel: ${updates} updates of the invitation`);
}, 100_000);
