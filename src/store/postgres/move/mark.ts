import { halfMoved, MoveMark } from '../../moving.ts';
import type { StoreUnavailable } from '../../store.ts';
import type { Query } from '../database.ts';
import { keep, keptIn } from '../installation.ts';

const name = 'move';

/** Nothing where no move into the database was begun, or where it ended. Throws StoreUnavailable where that cannot be told. */
export async function moveInto(query: Query): Promise<MoveMark | undefined> {
  const found = await keptIn(query, name);
  if (found === undefined) return undefined;
  const { data } = MoveMark.safeParse(found);
  if (data === undefined) throw half();
  return data;
}

export const beginMove = (query: Query, mark: MoveMark): Promise<void> => keep(query, name, mark);

export async function endMove(query: Query): Promise<void> {
  await query('DELETE FROM trajectoires.installation WHERE name = $1', [name]);
}

/** Throws StoreUnavailable while a part of everybody is there. */
export async function refuseHalfMoved(query: Query): Promise<void> {
  if ((await moveInto(query)) !== undefined) throw half();
}

/** Whether an installation ever began here. */
export async function isInstalled(query: Query): Promise<boolean> {
  const [row] = await query<{ there: boolean }>(
    "SELECT to_regclass('trajectoires.installation') IS NOT NULL AS there",
  );
  return row?.there === true;
}

const half = (): StoreUnavailable =>
  halfMoved('this database', 'empty the database (DROP SCHEMA trajectoires CASCADE)');
