import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { onEdition } from '#domain/consultation/content/on-edition.ts';
import type { TownSheets } from '#domain/records/town-catalogue.ts';
import { type Actor, refusal } from '../actor.ts';
import type { ApplicationParts, NotDone } from '../parts.ts';

interface KeptEdition {
  readonly its: Consultation;
  readonly sheets: TownSheets;
  /** Made of these very sheets. */
  readonly catalogue: Catalogue;
  readonly time: string;
}

/** Keeps an edition for good and holds the consultation on it; within a turn of its own, by a use case that asked. */
export async function keepEdition(
  { store, catalogues }: Pick<ApplicationParts, 'store' | 'catalogues'>,
  actor: Actor,
  { its: { id: code, catalogue: held }, sheets, catalogue, time }: KeptEdition,
): Promise<NotDone | undefined> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const { edition: id, prints } = catalogue;
  // Before the consultation names it: a stop in between leaves it as it was.
  await store.update(
    'edition',
    id,
    (before) => before ?? { schema: 1, id, version: 0, prints: { ...prints } },
  );
  await store.update(
    'town-edition',
    id,
    (before) => before ?? { schema: 1, id, version: 0, consultation: code, at: time, sheets },
  );
  catalogues.add(id, () => catalogue);
  const present = catalogues.find(held);
  await store.update('consultation', code, (before) => before && onEdition(before, present, catalogue));
  return undefined;
}
