import type { Consultation } from '#domain/consultation/consultation.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import type { Store } from '#store/store.ts';

/** A result as it was released, with opinions by role and kind of territory as shown beside it. */
export interface Release {
  readonly released: NonNullable<Consultation['released']>;
  readonly rows: CrossTabulation['rows'];
}

/** Makes a release durable, unless its consultation is gone. */
export async function saveRelease(
  store: Pick<Store, 'update'>,
  id: string,
  { released, rows }: Release,
): Promise<void> {
  await store.update('consultation', id, (stored) => stored && { ...stored, released });
  if (rows.length === 0) return;
  const { at } = released;
  await store.update('cross-tabulation', id, (before) =>
    before?.at === at ? before : { schema: 1, id, version: 0, at, rows },
  );
}
