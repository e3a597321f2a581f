import type { BreakoutTable } from '#domain/results/breakout-table.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** The tables of a consultation that enter their own scenario, in the order in which they were opened. */
export async function breakoutTablesOf(
  store: Pick<Store, 'changes'>,
  consultation: string,
): Promise<readonly BreakoutTable[]> {
  const found = await allOf(store, 'breakout-table', (one) => one.consultation === consultation);
  return found.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt) || byName.compare(a.name, b.name));
}

/** "Table 10" comes after "Table 9". */
const byName = new Intl.Collator('fr', { numeric: true });
