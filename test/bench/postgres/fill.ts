import { createHash } from 'node:crypto';
import type { Participant } from '#domain/participant/participant.ts';
import type { Query } from '#store/postgres/database.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import type { Sample } from '../memory/stored.ts';

const lot = 200;

/** Puts copies of the samples into a database that nobody uses now, under ids of their own; the seconds that it took. */
export async function fill(url: string, samples: readonly Sample[], people: number): Promise<number> {
  const { store, database } = await openPostgres(url);
  const from = performance.now();
  for (let first = 0; first < people; first += lot) {
    const some = Array.from({ length: Math.min(lot, people - first) }, (_, i) => copy(samples, first + i));
    await store.put('participant', some);
  }
  await database.maintain('VACUUM (ANALYZE) trajectoires.participants');
  await store.close();
  return (performance.now() - from) / 1000;
}

function copy(samples: readonly Sample[], i: number): Participant {
  const sample = samples[i % samples.length];
  if (sample === undefined) throw new Error('There is nobody to copy');
  const id = createHash('sha256').update(`person ${i}`).digest('base64url');
  return JSON.parse(sample.text.replaceAll(sample.id, id)).record as Participant;
}

/** What participants take in a database, in bytes. */
export interface Taken {
  readonly people: number;
  readonly tables: number;
  readonly indexes: number;
  readonly documents: number;
}

export async function takenBy(query: Query): Promise<Taken> {
  const [row] = await query<{ [name in keyof Taken]: string }>(
    `SELECT (SELECT count(*) FROM trajectoires.participants) AS people,
            (SELECT coalesce(sum(octet_length(body::text)), 0) FROM trajectoires.participants) AS documents,
            sum(pg_table_size(relid)) AS tables, sum(pg_indexes_size(relid)) AS indexes
     FROM pg_partition_tree('trajectoires.participants') WHERE isleaf`,
  );
  return {
    people: Number(row?.people),
    documents: Number(row?.documents),
    tables: Number(row?.tables),
    indexes: Number(row?.indexes),
  };
}
