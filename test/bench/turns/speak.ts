import { type Connection, connect } from '../connection.ts';
import type { ConnectorServer } from './connector.ts';
import { listenTo } from './listen-to.ts';

/** Says something to a bot, over a connection or over the first one; gives what came back, as JSON. */
type Speak = (what: { text?: string; value?: unknown }, by?: Connection) => Promise<string>;

/** The way in for one person, by their number; `url`: where what is no request of a connection goes, such as a WebSocket. */
export type WayIn = (url: string, first: Connection, person: number) => Promise<Speak>;

/** Through `/api/messages`, the replies in the answer. */
export const expectingReplies: WayIn = async (_url, first, person) => {
  let n = 0;
  return (what, by = first) =>
    by.post('/api/messages', { ...messageOf(person, what, n++), deliveryMode: 'expectReplies' });
};

/** Through `/api/messages`, the replies posted to a channel's service, as every channel but tests has it. */
export const byConnector =
  (connector: ConnectorServer): WayIn =>
  async (_url, first, person) => {
    let n = 0;
    return async (what, by = first) => {
      await by.post('/api/messages', { ...messageOf(person, what, n++), serviceUrl: connector.url });
      return connector.posted(conversationOf(person));
    };
  };

/** The site secret of our program: with it, nobody is asked to come more slowly. */
export const siteSecret = 'a-secret-of-another-site-for-this-benchmark';

/** As the chat page does it: a POST, and the replies over the WebSocket. */
export const throughDirectLine: WayIn = async (url, first, person) => {
  const site = { authorization: `Bearer ${siteSecret}` };
  const generated = JSON.parse(await first.post('/v3/directline/tokens/generate', {}, site));
  const headers = { authorization: `Bearer ${generated.token}` };
  const started = JSON.parse(
    await first.post('/v3/directline/conversations', { locale: 'fr', device: 'computer' }, headers),
  );
  const activities = `/v3/directline/conversations/${started.conversationId}/activities`;
  const stream = new URL(started.streamUrl);
  stream.host = new URL(url).host;
  const replyTo = await listenTo(stream.href);
  let n = 0;
  return async (what, by = first) => {
    const body = { type: 'message', ...what, channelData: { clientActivityID: `${person}-${n++}` } };
    return replyTo(JSON.parse(await by.post(activities, body, headers)).id);
  };
};

/** To the bare server: a POST, and the answer over the WebSocket. */
export const bare: WayIn = async (url, first, person) => {
  const path = `/${person}`;
  const replyTo = await listenTo(`${url.replace('http', 'ws')}${path}`);
  let n = 0;
  return async (what, by = first) =>
    replyTo(JSON.parse(await by.post(path, messageOf(person, what, n++))).id);
};

/** Through `offline-directline`, which has no WebSocket: a POST, and a GET of what came since. */
export const throughOffline: WayIn = async (_url, first, person) => {
  const { conversationId } = JSON.parse(await first.post('/directline/conversations', {}));
  const path = `/directline/conversations/${conversationId}/activities`;
  let watermark = 0;
  return async (what, by = first) => {
    await by.post(path, { type: 'message', from: { id: `person-${person}` }, ...what });
    const came = await by.get(`${path}?watermark=${watermark}`);
    watermark = JSON.parse(came).watermark;
    return came;
  };
};

const conversationOf = (person: number) => `conversation-${person}`;

const messageOf = (person: number, what: object, n: number) => ({
  type: 'message',
  id: `bench-${person}-${n}`,
  channelId: 'emulator',
  serviceUrl: 'http://127.0.0.1:9',
  from: { id: `person-${person}` },
  recipient: { id: 'bot' },
  conversation: { id: conversationOf(person) },
  locale: 'fr',
  ...what,
});

/** One person who says the same again and again; what came back must hold `expected`. */
export async function repeating(
  url: string,
  wayIn: WayIn,
  person: number,
  said: readonly { readonly text: string; readonly expected: string }[],
) {
  const first = await connect(url);
  const say = await wayIn(url, first, person);
  first.close();
  let n = 0;
  return async (connection: Connection) => {
    const { text = '', expected = '' } = said[n++ % said.length] ?? {};
    const came = await say({ text }, connection);
    if (!came.includes(expected)) throw new Error(`« ${text} » brought ${came.slice(0, 300)}`);
  };
}
