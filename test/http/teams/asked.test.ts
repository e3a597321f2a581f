import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel } from '#test/channel/teams-places.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { Member } from './member.ts';

let app: Running;
let teams: TeamsService;
let member: Member;
beforeAll(async () => {
  teams = await teamsService();
  app = await running();
  member = new Member({ app: app.url, service: teams.url, channel: newChannel() });
}, 20_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

const theirs = () => teams.log.filter(({ conversation }) => conversation.endsWith(member.user.aadObjectId));

/** The labels of what comes back to something typed. */
async function said(text: string): Promise<readonly unknown[]> {
  const before = theirs().length;
  await member.write(text);
  return theirs()
    .slice(before)
    .map(({ label }) => label);
}

test('in Teams too questions are answered first, synonyms are read, and the way is short', async () => {
  expect(await said('bonjour')).toEqual(['welcome', 'consent']);
  expect(await said('qui paie ?')).toEqual(['notice', 'consent']);
  expect(await said('oui')).toEqual(['profile']);
  expect(await said('c’est anonyme ?')).toEqual(['notice', 'profile']);
  expect(await said('ma femme est infirmière')).toEqual(['retry']);
  expect(await said('infirmière')).toEqual(['notice', 'menu']);
  const list = JSON.stringify(theirs().at(-1)?.body);
  expect(list).toContain('Action.Execute');
  // Teams draws no SVG.
  expect(list).not.toContain('data:image');
  expect(await said('les bus')).toEqual(['question']);
  let last: unknown = 'question';
  for (let n = 0; n < 8 && last === 'question'; n++) last = (await said('passer')).at(-1);
  expect(last).toBe('trajectory');
  const card = JSON.stringify(theirs().at(-1)?.body);
  for (const stance of ['-2', '-1', '0', '1', '2']) expect(card).toContain(`"stance":"${stance}"`);
  expect(await said('plutôt pour')).toEqual(expect.arrayContaining(['notice']));
});
