import { townId } from '#documents/workbook/edit/town.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Store } from '#store/store.ts';

interface WrittenParts {
  readonly store: Pick<Store, 'load'>;
  readonly catalogues: Pick<Catalogues, 'find'>;
}

/** The catalogue that was written for a consultation, as people are asked it now; of a draft nobody reads anything. */
export async function writtenFor(
  id: string,
  { store, catalogues }: WrittenParts,
): Promise<Catalogue | undefined> {
  // A code that begins with a figure is named with a letter before it.
  for (const code of [id, ...(id.startsWith('c-') ? [id.slice(2)] : [])]) {
    const its = await store.load('consultation', code);
    if (its === undefined || its.draft === true || townId(code) !== id) continue;
    const catalogue = catalogues.find(its.catalogue);
    if (catalogue?.id === id) return catalogue;
  }
  return undefined;
}
