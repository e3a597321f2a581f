import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { TownSheets } from '#domain/records/town-catalogue.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { mayTakeCatalogue } from './edit-town-draft.ts';
import { keepEdition } from './keep-edition.ts';

interface NewEdition {
  readonly code: string;
  /** The version of the working copy that was found right. */
  readonly version: number;
  readonly sheets: TownSheets;
  /** Made of these very sheets. */
  readonly catalogue: Catalogue;
}

type EditionOutcome =
  | { readonly outcome: 'done'; readonly edition: string }
  /** The working copy has changed since it was found right. */
  | { readonly outcome: 'changed' }
  | Unfit
  | NotDone;

/** Makes the working copy what people are asked from now on. Who has begun keeps what they said, as with any new edition. */
export async function saveTownEdition(
  { store, audit, now, inTurn, catalogues }: ApplicationParts,
  actor: Actor,
  { code, version, sheets, catalogue }: NewEdition,
): Promise<EditionOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    const draft = await store.load('town-draft', code);
    if (draft?.version !== version) return { outcome: 'changed' };
    const time = now();
    if (!mayTakeCatalogue(its, time)) return unfit;
    const notKept = await keepEdition({ store, catalogues }, actor, { its, sheets, catalogue, time });
    if (notKept !== undefined) return notKept;
    await store.erase('town-draft', code);
    await audit.write(actor, {
      action: 'catalogue-saved',
      consultation: code,
      facts: { version: catalogue.version },
    });
    return { outcome: 'done', edition: catalogue.edition };
  });
}
