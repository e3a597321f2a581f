import { compile, sayTroubleAt, type Trouble } from '#documents/workbook/compile.ts';
import { tablesOf } from '#documents/workbook/edit/sheets.ts';
import { type Catalogues, EditionUnmade } from '#domain/catalogue/catalogues.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { TownEdition } from '#domain/records/town-catalogue.ts';
import type { Store } from '#store/store.ts';

/** Takes up the editions that were written for consultations, here or on another node; each is made once somebody is asked by it. */
export async function takeUpTownEditions(
  store: Store,
  catalogues: Catalogues,
  phrases: Phrases,
): Promise<void> {
  const takeUp = (record: TownEdition) =>
    catalogues.add(record.id, () => {
      const made = compile(tablesOf(record.sheets), catalogues.packs, 'accepted');
      if ('catalogue' in made) return made.catalogue;
      throw unmade(record, made.troubles, phrases);
    });
  store.watch(({ kind, record }) => {
    if (kind === 'town-edition' && record !== undefined) takeUp(record);
  });
  for await (const { record } of store.changes('town-edition', 0)) if (record !== undefined) takeUp(record);
}

const unmade = (
  { id, consultation }: TownEdition,
  [first]: readonly Trouble[],
  phrases: Phrases,
): EditionUnmade =>
  new EditionUnmade(
    `The catalogue ${id}, written for the consultation “${consultation}”, cannot be made by this release. ${first === undefined ? '' : sayTroubleAt(first, phrases.say('en'))}`,
    'Start the release that ran before: nothing has changed for it. There, correct this in the consultation’s catalogue, in the facilitator’s space, and save it as a new edition; then start this release again.',
  );
