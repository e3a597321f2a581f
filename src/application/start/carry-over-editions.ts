import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Catalogues, EditionUnmade, successor } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { carriedOver } from '#domain/consultation/content/answered-on.ts';
import type { Store } from '#store/store.ts';
import { whenUnreadable } from '#store/when-unreadable.ts';

/** A consultation that cannot go on: no catalogue of its id is served any more, or this release cannot make its own. */
export interface Orphan {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Keeps what each catalogue asks now, and takes every consultation on to the edition that is served of its own.
 * `moved` is told of those whose content has changed. What comes back keeps the program from starting.
 */
export async function carryOverEditions(
  store: Store,
  catalogues: Catalogues,
  moved: (consultation: string, from: string, to: string) => void,
): Promise<readonly Orphan[]> {
  for (const { edition: id, prints } of catalogues.all) {
    // One that cannot be read stays as it is.
    if ((await store.load('edition', id).catch(whenUnreadable('there'))) !== undefined) continue;
    await store.save('edition', { schema: 1, id, version: 0, prints: { ...prints } });
  }
  const orphans: Orphan[] = [];
  for await (const { record } of store.changes('consultation', 0)) {
    if (record === undefined) continue;
    const next = heldOn(record, catalogues);
    if ('remedy' in next) orphans.push(next);
    else if (next.edition !== record.catalogue) {
      await store.save('consultation', carriedOver(record, next.edition));
      moved(record.id, record.catalogue, next.edition);
    }
  }
  return orphans;
}

function heldOn(consultation: Consultation, catalogues: Catalogues): Catalogue | Orphan {
  try {
    return successor(catalogues, consultation.catalogue) ?? orphan(consultation);
  } catch (error) {
    if (error instanceof EditionUnmade) return { message: error.message, remedy: error.remedy };
    throw error;
  }
}

const orphan = ({ id, catalogue }: Consultation): Orphan => ({
  message: `The consultation “${id}” is held on the catalogue ${catalogue}, and no folder holds it.`,
  remedy: `Put its folder back where CATALOGUE_DIR leads. If nothing of the consultation is to be kept, remove its document, ${id}.json, from the folder of consultations in DATA_DIR.`,
});
