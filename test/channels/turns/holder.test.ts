import { expect, test } from '@jest/globals';
import { deviceOf } from '#channels/turns/holder.ts';
import type { ChannelTurn } from '#channels/wire.ts';

const turn = (channelId: string, more: Partial<ChannelTurn>, device?: unknown) =>
  ({ activity: { channelId, device }, ...more }) as ChannelTurn;
const ours = { binding: { consultation: 'vallee', facilitator: false } };

test.each([
  ['our own page, on a phone', turn('directline', ours, 'phone'), 'phone'],
  ['our own page, of before', turn('directline', ours), undefined],
  ['Teams', turn('msteams', {}), 'teams'],
  ['Teams, whatever is in it', turn('msteams', {}, 'phone'), 'teams'],
  ['another channel, whatever it says', turn('webchat', {}, 'a telephone'), undefined],
])('what somebody is on is known of %s', (_, given, device) => {
  expect(deviceOf(given)).toBe(device);
});
