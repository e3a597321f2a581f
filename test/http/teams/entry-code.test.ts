import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel } from '#test/channel/teams-places.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { code, withTwoCodes } from '../app/two-codes.ts';
import { Member } from './member.ts';

let app: Running;
let teams: TeamsService;
beforeAll(async () => {
  teams = await teamsService();
  app = await running(await withTwoCodes({ entry: 'codes' }));
}, 20_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

/** Somebody in Teams, and the labels of what comes back to what they type. */
function somebody() {
  const member = new Member({ app: app.url, service: teams.url, channel: newChannel() });
  const theirs = () => teams.log.filter(({ conversation }) => conversation.endsWith(member.user.aadObjectId));
  return async (text: string): Promise<readonly unknown[]> => {
    const before = theirs().length;
    await member.write(text);
    return theirs()
      .slice(before)
      .map(({ label }) => label);
  };
}

test('in Teams the code is asked for before the go-ahead, and lets one person in', async () => {
  const anna = somebody();
  expect(await anna('bonjour')).toEqual(['notice', 'entry-code']);
  expect(await anna(code)).toEqual(['notice', 'consent']);
  expect(await anna('oui')).toEqual(['profile']);
  const bob = somebody();
  expect(await bob(code)).toEqual(['notice', 'entry-code']);
}, 20_000);
