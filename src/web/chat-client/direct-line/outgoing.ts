import type { OutboxEntry } from './outbox.ts';

/** What the person says, as it is sent; `said`: what the server is to know of how it was said. */
export function outgoing(content: object, locale: string, said: object): OutboxEntry {
  const clientActivityID = newId();
  const channelData = { clientActivityID, ...said };
  const from = { id: 'me', role: 'user' };
  const localTimestamp = new Date().toISOString();
  return {
    clientActivityID,
    activity: { type: 'message', from, locale, channelData, localTimestamp, ...content },
  };
}

/** Unique among all that this person sends; `randomUUID` is missing where the page is served without TLS. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
