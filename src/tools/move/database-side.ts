import { openDatabase } from '#store/postgres/database.ts';
import { alone, keptIn } from '#store/postgres/installation.ts';
import { keysInDatabase } from '#store/postgres/keys-in-database.ts';
import { beginMove, endMove, isInstalled, moveInto } from '#store/postgres/move/mark.ts';
import { type OpenPostgres, openPostgres } from '#store/postgres/open-postgres.ts';
import { livingNodes } from '#store/postgres/shared/postgres-homes.ts';
import { anothersMove, inUse, noInstallation, taken } from './refusals.ts';
import type { Side, Source, Target } from './side.ts';

/** A database, by its address. */
export function databaseSide(url: string): Side {
  const name = nameOf(url);
  const refuseUsed = async ({ database }: OpenPostgres) => {
    const nodes = await livingNodes(database.query);
    if (nodes.length > 0) throw inUse(name, nodes);
  };
  return {
    name,
    whenHere: [
      `Start every server with DATABASE_URL set to the address of ${name}. DATA_DIR is still wanted, and may be an empty folder.`,
      'Backups are dumps of the database from now on, as docs/deploying.md says; npm run backup is for files.',
    ],
    whenGone: [
      `Nothing was changed in ${name}: it still holds what everybody answered, and from the next start on nobody who is erased is erased there.`,
      'Look at the program, then DROP SCHEMA IF EXISTS trajectoires, trajectoires_jobs CASCADE, and delete every dump: within days, and before any answer is due to be erased.',
      'Start nothing on it meanwhile: what is said there would stay there.',
    ],
    async openSource(onProblem) {
      if (!(await holdsOne(url))) throw noInstallation(name);
      const open = await openPostgres(url, { onProblem });
      return orClosed(open, async () => {
        await refuseUsed(open);
        const source: Source = {
          ...{ store: open.store, keys: keysInDatabase(open.database), stays },
          refuseUsed: () => refuseUsed(open),
          close: () => open.store.close(),
        };
        return source;
      });
    },
    async openTarget(source) {
      const open = await openPostgres(url, { isFilled: true });
      return orClosed(open, async () => {
        await refuseUsed(open);
        const mark = await moveInto(open.database.query);
        if (mark !== undefined && mark.source !== source) throw anothersMove(name);
        if (mark === undefined) await refuseTaken(open, name);
        return filled(open, name, source, mark !== undefined);
      });
    },
  };
}

/** What nodes share while they run, and is nothing once they are stopped. */
const stays = [
  'What waits to be done (trajectoires_jobs), which every start finds anew; forms of ended sessions, which last four hours at most.',
];

function filled(open: OpenPostgres, name: string, source: string, isBegun: boolean): Target {
  const { store, database } = open;
  return {
    isBegun,
    async begin() {
      if (!isBegun)
        await alone(database, async (query) => {
          // Another move may have come first.
          if ((await moveInto(query)) !== undefined) throw anothersMove(name);
          await refuseTaken(open, name);
          await beginMove(query, { source });
        });
      return {
        ...{ store, keys: keysInDatabase(database) },
        settle: async () => undefined,
        async finish() {
          // What the server knows of its tables is how it finds its way in them.
          await database.maintain('VACUUM (ANALYZE) trajectoires.participants, trajectoires.records');
          await endMove(database.query);
        },
      };
    },
    close: () => store.close(),
  };
}

async function refuseTaken({ store, database }: OpenPostgres, name: string): Promise<void> {
  if (!(await store.isEmpty())) throw taken(name, 'records');
  if ((await keptIn(database.query, 'keys')) !== undefined) throw taken(name, 'keys');
}

async function orClosed<T>({ store }: OpenPostgres, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Without the user and the password. */
function nameOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const host = decodeURIComponent(hostname) || 'this machine';
  return `the database ${decodeURIComponent(pathname.slice(1))} at ${host}${port && `:${port}`}`;
}

/** Nothing is made where a wrong address was named. */
async function holdsOne(url: string): Promise<boolean> {
  const database = openDatabase(url, { pool: 1 });
  try {
    return await isInstalled(database.query);
  } finally {
    await database.close();
  }
}
