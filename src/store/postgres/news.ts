import type { Query } from './database.ts';

/** A row that another node wrote or erased. Without a body it was erased. */
export interface News {
  readonly kind: string;
  readonly id: string;
  readonly changed: string;
  readonly body: unknown;
}

export interface NewsPage {
  readonly news: readonly News[];
  /** Below it, nothing is written any more. */
  readonly horizon: number;
}

/** After which the next page begins. */
export interface PageEnd {
  readonly changed: number;
  readonly kind: string;
  readonly id: string;
}

/** Rows of one page: some megabytes at most. */
export const pageLength = 200;

/** What other nodes than `writer` changed after a place, oldest first, a page of it, and the horizon of the same snapshot. */
export async function newsAfter(
  query: Query,
  writer: string,
  { changed, kind, id }: PageEnd,
): Promise<NewsPage> {
  const rows = await query<{ [K in keyof News]: News[K] | null } & { readonly horizon: string }>(text, [
    ...[changed, kind, id, writer],
    pageLength,
  ]);
  const news = rows.flatMap((row) => {
    const { kind: its, id: one, changed: at, body } = row;
    // Where there is no news, one row bears the horizon.
    return its === null || one === null || at === null ? [] : [{ kind: its, id: one, changed: at, body }];
  });
  return { news, horizon: Number(rows[0]?.horizon ?? 0) };
}

/** From where on whoever begins now is told of what changes: no change of before bears this number, nor may a later one bear a lower one. */
export async function presentCursor(query: Query): Promise<number> {
  const [row] = await query<{ readonly horizon: string; readonly last: string | null }>(present);
  return Math.min(Number(row?.horizon ?? 0), Number(row?.last ?? 0) + 1);
}

const latestOf = (table: string) => `(SELECT max(changed) FROM trajectoires.${table})`;

const present = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon,
  greatest(${['participants', 'records', 'erased'].map(latestOf).join(', ')}) AS last`;

const after = (kind: string) =>
  `changed >= $1 AND writer <> $4::uuid AND (changed, ${kind}, id) > ($1, $2, $3)`;

/** A tombstone beside a row is of before it, whichever bears the greater number. */
const text = `WITH horizon AS MATERIALIZED (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon),
  news AS (
    SELECT 'participant' COLLATE "C" AS kind, id, changed, body FROM trajectoires.participants
    WHERE ${after(`'participant' COLLATE "C"`)}
    UNION ALL
    SELECT kind, id, changed, body FROM trajectoires.records WHERE ${after('kind')}
    UNION ALL
    SELECT kind, id, changed, NULL FROM trajectoires.erased AS gone
    WHERE ${after('kind')}
    AND NOT EXISTS (SELECT FROM trajectoires.participants AS there WHERE gone.kind = 'participant' AND there.id = gone.id)
    AND NOT EXISTS (SELECT FROM trajectoires.records AS there WHERE there.kind = gone.kind AND there.id = gone.id)
    ORDER BY changed, kind, id LIMIT $5)
  SELECT horizon.horizon, news.* FROM horizon LEFT JOIN news ON true ORDER BY changed, kind, id`;
