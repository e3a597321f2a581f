import { once } from 'node:events';
import { createServer } from 'node:http';

/** A channel's service on loopback: takes what a bot posts into conversations (Bot Connector REST API). */
export interface ConnectorServer {
  readonly url: string;
  /** What was posted into a conversation since the last time it was asked. */
  posted(conversation: string): string;
  close(): void;
}

export async function startConnector(): Promise<ConnectorServer> {
  const received = new Map<string, string>();
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const conversation = /\/conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
      received.set(conversation, `${received.get(conversation) ?? ''}${Buffer.concat(chunks)}`);
      response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': 10 });
      response.end('{"id":"1"}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    posted(conversation) {
      const text = received.get(conversation) ?? '';
      received.delete(conversation);
      return text;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
