/**
 * `node test/store/postgres/server-program.ts`: a PostgreSQL to try things on, until Ctrl+C; nothing of it stays. Prints its address, for
 * `TEST_DATABASE_URL` or `DATABASE_URL`.
 */
import { once } from 'node:events';
import { postgresServer } from './server.ts';

const server = await postgresServer();
console.log(await server.database());
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await server.remove();
