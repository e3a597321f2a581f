import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Opens so many Direct Line conversations, each with its socket, for people who have been greeted; gives the way to close all. */
export async function openSockets(url: string, secret: string, n: number): Promise<() => Promise<void>> {
  const sockets: WebSocket[] = [];
  let left = n;
  const lane = async () => {
    while (left-- > 0) sockets.push(await openOne(url, secret));
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return async () => {
    const closed = sockets.map((socket) => once(socket, 'close'));
    for (const socket of sockets) socket.close();
    await Promise.all(closed);
  };
}

async function openOne(url: string, secret: string): Promise<WebSocket> {
  const base = `${url}/v3/directline`;
  const { token } = await posted(`${base}/tokens/generate`, secret, { consultation: 'decouverte' });
  const { streamUrl } = await posted(`${base}/conversations`, token, { locale: 'fr' });
  const socket = new WebSocket(streamUrl);
  socket.on('error', () => {});
  await once(socket, 'open');
  return socket;
}

async function posted(url: string, bearer: string, body: object) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
