import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { call } from './call.ts';

/** An activity as a Bot Framework channel brings it. */
export function activity(id: string, user: string, more: object = {}): Record<string, unknown> {
  return {
    type: 'message',
    id,
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: user, name: 'Somebody' },
    recipient: { id: 'trajectoires', name: 'Trajectoires' },
    conversation: { id: `with-${user}` },
    locale: 'fr',
    ...more,
  };
}

/** Brings an activity; the replies come in the answer. */
export async function bring(url: string, one: object) {
  const { status, body } = await call(`${url}/api/messages`, {
    method: 'POST',
    body: { deliveryMode: 'expectReplies', ...one },
  });
  const activities: { label: string }[] = body?.activities ?? [];
  return { status, activities, labels: activities.map(({ label }) => label) };
}

/** A channel's service on this machine that keeps what is posted to it, and answers it with one status. */
export async function channel(status = 200) {
  const posted: { path: string; body: { label?: string; conversation?: { id: string } } }[] = [];
  const server = createServer(async (request, response) => {
    posted.push({ path: request.url ?? '', body: JSON.parse((await text(request)) || '{}') });
    response.statusCode = status;
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"posted"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posted,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
