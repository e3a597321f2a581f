import { afterAll } from '@jest/globals';
import { postgresServer, type Server } from './server.ts';

/** The server of a suite, started when it is first asked for and gone when the suite is over. */
export function suiteServer(options?: Parameters<typeof postgresServer>[0]): () => Promise<Server> {
  let server: Promise<Server> | undefined;
  afterAll(async () => (await server)?.remove());
  return () => {
    server ??= postgresServer(options);
    return server;
  };
}
