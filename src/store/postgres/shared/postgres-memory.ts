import { createHmac, type KeyObject, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { opened, sealed } from '../../shared/seal.ts';
import type { SharedMemory } from '../../shared/shared-memory.ts';
import { StoreContended } from '../../store.ts';
import type { Database } from '../database.ts';
import { type Step, together } from './together.ts';

/** How often a change is decided anew when another node is quicker. */
const mostTries = 60;

/** For how long a node that died keeps others from what it did exclusively, in milliseconds; one that works says so in time. */
const leaseMs = 15_000;
/** Between two looks whether it is free. */
const lookMs = 100;
/** Between two removals of what is over. */
const sweepMs = 600_000;

interface Parts {
  readonly database: Database;
  /** Hides the names: an address of the network could be guessed from a plain hash. */
  readonly key: KeyObject;
}

/**
 * The memory of an installation in its database. A name stands there as a keyed hash, and each text is sealed by its name: of
 * secrets, whoever reads the table learns nothing. What holds by a lock of the database elsewhere holds here by a lease: it
 * costs no connection, and databases that have no advisory locks can do it.
 */
export function createPostgresMemory({ database, key }: Parts): SharedMemory & { close(): void } {
  const { query } = database;
  const placeOf = (kind: string, name: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, name]))
      .digest('base64url');
  const held = async (place: string): Promise<string | undefined> =>
    (
      await query<{ text: string }>('SELECT text FROM trajectoires.held WHERE place = $1 AND until > now()', [
        place,
      ])
    )[0]?.text;
  /** What stood there before each step. */
  const changed = async (place: string, name: string, steps: readonly Step[]) => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const there = await held(place);
      const made = madeBy(steps, there === undefined ? undefined : opened(there, name));
      const text = made.text === undefined ? undefined : sealed(made.text, name);
      if (await replaced(database, place, there, text, made.forMs)) return made.befores;
    }
    throw contended();
  };
  const memory: SharedMemory = {
    async read(kind, name) {
      const text = await held(placeOf(kind, name));
      return text === undefined ? undefined : opened(text, name);
    },
    change(kind, name, forMs, next) {
      const change = changes.get(kind) ?? together((one, steps) => changed(placeOf(kind, one), one, steps));
      changes.set(kind, change);
      return change(name, { forMs, next });
    },
    exclusively: (name, work) => queue.run(name, () => leased(memory, name, work)),
  };
  const queue = new KeyedQueue();
  const changes = new Map<string, ReturnType<typeof together<string | undefined>>>();
  const sweep = () => void query('DELETE FROM trajectoires.held WHERE until <= now()').catch(() => {});
  const sweeping = setInterval(sweep, sweepMs).unref();
  return { ...memory, close: () => clearInterval(sweeping) };
}

/** What steps make of a text, one after another: what each began with, and how long the last text stands. */
function madeBy(steps: readonly Step[], before: string | undefined) {
  const befores: (string | undefined)[] = [];
  let [text, lasts] = [before, 0];
  for (const { forMs, next } of steps) {
    befores.push(text);
    text = next(text);
    lasts = forMs;
  }
  return { befores, text, forMs: lasts };
}

/** Puts a text in the place of what is there, if that is still there. */
async function replaced(
  { query }: Database,
  place: string,
  there: string | undefined,
  text: string | undefined,
  forMs: number,
): Promise<boolean> {
  if (text === undefined) {
    if (there === undefined) return true;
    const gone = 'DELETE FROM trajectoires.held WHERE place = $1 AND text = $2 RETURNING place';
    return (await query(gone, [place, there])).length > 0;
  }
  const until = "now() + $3 * interval '1 millisecond'";
  if (there === undefined) {
    const added = `INSERT INTO trajectoires.held AS old (place, text, until) VALUES ($1, $2, ${until})
      ON CONFLICT (place) DO UPDATE SET text = EXCLUDED.text, until = EXCLUDED.until
      WHERE old.until <= now() RETURNING place`;
    return (await query(added, [place, text, forMs])).length > 0;
  }
  const changed = `UPDATE trajectoires.held SET text = $2, until = ${until} WHERE place = $1 AND text = $4 RETURNING place`;
  return (await query(changed, [place, text, forMs, there])).length > 0;
}

/** Runs work while no other node has the lease of its name. */
async function leased<T>(
  memory: Pick<SharedMemory, 'read' | 'change'>,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const own = randomUUID();
  // Looked at first: what is changed lasts longer, and the lease of a node that died has to end.
  const take = async () =>
    (await memory.read('lease', name)) === undefined &&
    (await memory.change('lease', name, leaseMs, (before) => before ?? own)) === undefined;
  while (!(await take())) await pause(lookMs);
  const renew = () =>
    void memory.change('lease', name, leaseMs, (before) => (before === own ? own : before)).catch(() => {});
  const renewing = setInterval(renew, leaseMs / 3).unref();
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await memory
      .change('lease', name, leaseMs, (before) => (before === own ? undefined : before))
      .catch(() => {});
  }
}

const contended = () =>
  new StoreContended(
    'The same thing was changed elsewhere each time',
    'Nothing is to be done: it passes with the rush.',
  );
