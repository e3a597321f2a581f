import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConnectorClient } from '#channels/wire.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { bot, newChannel, newChat, person } from '#test/channel/teams-places.ts';
import { address, answer, quickLine, saying } from './posting.ts';

let teams: TeamsService;
let line: ConnectorClient;
let clock: Awaited<ReturnType<typeof quickLine>>['clock'];
let channel: string;
beforeEach(async () => {
  teams = await teamsService({ now: () => clock.now() });
  ({ line, clock } = await quickLine());
  channel = newChannel();
});
afterEach(() => teams.stop());

const texts = () => teams.standing(channel).map(({ body }) => body.text);

describe('what is posted', () => {
  test('goes from the bot into the conversation, whole', async () => {
    const user = person();
    const chat = address(teams.url, `a:1${user.aadObjectId}`);
    const card = {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard' },
    };
    const sent = await line.post(chat, { ...saying('Bonjour'), attachments: [card] });
    expect(teams.log).toMatchObject([
      {
        method: 'POST',
        conversation: chat.conversation.id,
        label: 'notice',
        body: {
          type: 'message',
          text: 'Bonjour',
          textFormat: 'plain',
          locale: 'fr',
          speak: 'Bonjour',
          channelId: 'msteams',
          serviceUrl: teams.url,
          from: bot,
          conversation: { id: chat.conversation.id },
          attachments: [card],
        },
      },
    ]);
    expect(sent).toEqual({ outcome: 'sent', id: teams.standing(chat.conversation.id)[0]?.id });
  });

  test('opens a thread of the channel, in which others follow', async () => {
    const root = await line.post(address(teams.url, channel), saying('Invitation'));
    if (root.outcome !== 'sent') throw new Error(root.outcome);
    const thread = `${channel};messageid=${root.id}`;
    await line.post(address(teams.url, thread), saying('Synthèse'));
    expect(teams.standing(thread).map(({ body }) => body.text)).toEqual(['Invitation', 'Synthèse']);
    expect(teams.log.map(({ conversation }) => conversation)).toEqual([channel, thread]);
  });

  test('is replaced in its place', async () => {
    const sent = await line.post(address(teams.url, channel), saying('3 personnes'));
    if (sent.outcome !== 'sent') throw new Error(sent.outcome);
    expect(await line.update(address(teams.url, channel), sent.id, saying('4 personnes'))).toEqual(sent);
    expect(texts()).toEqual(['4 personnes']);
    expect(teams.log.at(-1)).toMatchObject({ method: 'PUT', activity: sent.id, body: { id: sent.id } });
  });

  test('and no longer there cannot be updated: missing', async () => {
    const sent = await line.post(address(teams.url, channel), saying('3 personnes'));
    if (sent.outcome !== 'sent') throw new Error(sent.outcome);
    teams.remove(channel, sent.id);
    expect(await line.update(address(teams.url, channel), sent.id, saying('4'))).toEqual({
      outcome: 'missing',
    });
    expect(teams.log).toHaveLength(2);
  });
});

describe('who is in a conversation', () => {
  const people = (n: number) => Array.from({ length: n }, (_, i) => `29:${i}`);

  test('is told over several pages, without the bot', async () => {
    teams.setMembers(channel, [bot.id, ...people(599), '29:last']);
    const thread = address(teams.url, `${channel};messageid=1`);
    expect(await line.members(thread, 600)).toEqual([...people(599), '29:last']);
    // The members of a thread are those of its channel.
    expect(teams.log.map(({ conversation }) => conversation)).toEqual([channel, channel]);
  });

  test('is not told when they are too many', async () => {
    teams.setMembers(channel, people(61));
    expect(await line.members(address(teams.url, channel), 60)).toBeUndefined();
    expect(await line.members(address(teams.url, channel), 61)).toHaveLength(61);
  });

  test.each([403, 404, 405, 501])('nor when the channel answers %i, asked once', async (status) => {
    teams.fail(undefined, answer(status));
    expect(await line.members(address(teams.url, newChat()), 60)).toBeUndefined();
    expect(teams.log).toHaveLength(1);
  });

  test('nor when the pages never end', async () => {
    const endless = { status: 200, body: { members: [{ id: '29:1' }], continuationToken: 'more' } };
    teams.fail(undefined, ...Array.from({ length: 100 }, () => endless));
    expect(await line.members(address(teams.url, channel), 60)).toBeUndefined();
    expect(teams.log.length).toBeLessThan(50);
  });
});
