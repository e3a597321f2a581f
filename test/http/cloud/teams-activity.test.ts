import { expect, test } from '@jest/globals';
import { readActivity } from '#channels/bot-framework/activity.ts';
import {
  cardAction,
  channelMessage,
  groupMessage,
  installed,
  membersAdded,
  membersRemoved,
  messageDeleted,
  messageEdited,
  messageReaction,
  personalMessage,
  taskFetch,
  taskSubmit,
  uninstalled,
} from '#test/channel/teams-activity.ts';
import {
  bot,
  inChannel,
  inGroupChat,
  inPrivate,
  newChannel,
  newChat,
  person,
  tenant,
} from '#test/channel/teams-places.ts';

const user = person();
const channel = newChannel();
const said = { service: 'http://127.0.0.1:9/', user };
const where = inChannel({ channel, team: newChannel() });
const data = { consultation: 'pays' };
const edit = { ...said, id: 'one' };

const all = [
  channelMessage({ ...said, channel, text: 'aide' }),
  groupMessage({ ...said, chat: newChat(), text: 'aide' }),
  personalMessage({ ...said, text: 'bonjour' }),
  taskFetch({ ...said, data, where: inChannel({ channel, thread: '1' }), card: '1' }),
  taskSubmit({ ...said, data }),
  cardAction({ ...said, data, verb: 'refresh', trigger: 'automatic', where, card: '1' }),
  membersAdded({ ...said, where, who: [bot] }),
  membersRemoved({ ...said, where: inGroupChat(newChat()), who: [user] }),
  installed({ ...said, where: inPrivate(user) }),
  uninstalled({ ...said, where }),
  messageEdited({ ...edit, where, text: 'aide' }),
  messageDeleted({ ...edit, where, id: 'another' }),
  messageReaction({ ...said, where, to: '1' }),
];

test.each(all.map((one) => [one.type, one]))(
  '%s is an activity of Teams that the bot takes',
  (_type, one) => {
    expect(readActivity(JSON.parse(JSON.stringify(one)))).toMatchObject({
      channelId: 'msteams',
      from: { aadObjectId: user.aadObjectId },
      recipient: bot,
      conversation: { tenantId: tenant },
      channelData: { tenant: { id: tenant } },
    });
  },
);

test('no two are the same', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('in a channel the bot is mentioned, in a thread of its own', () => {
  const message = channelMessage({ ...said, channel, text: 'aide' });
  expect(message.text).toBe('<at>Trajectoires</at> aide');
  expect(message.entities).toContainEqual({ type: 'mention', mentioned: bot, text: '<at>Trajectoires</at>' });
  expect(message.conversation.id).toBe(`${channel};messageid=${message.id}`);
  expect(personalMessage({ ...said, text: 'bonjour' }).text).toBe('bonjour');
});
