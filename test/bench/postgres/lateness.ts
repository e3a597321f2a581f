import { openPostgres, type PostgresStore } from '#store/postgres/open-postgres.ts';
import { person } from '../../store/people.ts';

/**
 * How late one node is told of what another one saved: from the moment that the first one knows it durable, in milliseconds. So many
 * write side by side, one save after the other.
 */
export async function lateness(url: string, writers: number, saves: number): Promise<readonly number[]> {
  const [here, there] = await Promise.all([openPostgres(url), openPostgres(url)]);
  try {
    const told = toldTo(there.store);
    const all = Array.from({ length: writers }, (_, w) =>
      writing(here.store, told, `${writers}-${w}`, saves),
    );
    return (await Promise.all(all)).flat();
  } finally {
    await Promise.all([here.store.close(), there.store.close()]);
  }
}

type Told = (id: string) => Promise<number>;

/** Tells when a node hears of a record the next time. */
function toldTo(store: PostgresStore): Told {
  const waiting = new Map<string, (at: number) => void>();
  store.watch(({ id }) => waiting.get(id)?.(performance.now()));
  return (id) => new Promise((heard) => waiting.set(id, heard));
}

async function writing(store: PostgresStore, told: Told, name: string, saves: number): Promise<number[]> {
  const late: number[] = [];
  for (let n = 0; n < saves; n++) {
    const id = `late-${name}-${n}`;
    const heard = told(id);
    await store.save('participant', person(id));
    const saved = performance.now();
    // Told before the answer came: it waited for nothing.
    late.push(Math.max(0, (await heard) - saved));
  }
  return late;
}
