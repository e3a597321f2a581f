/** A message as a channel sends it, whose replies come back in the answer. */
export const message = (more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'message',
  id: 'activity-1',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  from: { id: 'user-1', name: 'Camille' },
  recipient: { id: 'bot' },
  conversation: { id: 'conversation-1' },
  text: 'bonjour',
  deliveryMode: 'expectReplies',
  timestamp: '2026-11-23T10:00:00.000Z',
  localTimestamp: '2026-11-23T11:00:00.000+01:00',
  ...more,
});
