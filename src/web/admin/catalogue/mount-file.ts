import { isDeepStrictEqual } from 'node:util';
import { editTownDraft } from '#application/town-catalogue/edit-town-draft.ts';
import { sayMisfit } from '#documents/workbook/at-cell.ts';
import { compile, sayTroubleAt } from '#documents/workbook/compile.ts';
import { sheetsOf, tablesOf } from '#documents/workbook/edit/sheets.ts';
import { readTables } from '#documents/workbook/read-tables.ts';
import { isWhole } from '#documents/workbook/table.ts';
import { TownSheets } from '#domain/records/town-catalogue.ts';
import { saysDrawn } from '#web/http/at-once/drawn.ts';
import { tableForm } from '#web/http/limits.ts';
import type { Admin } from '../admin.ts';
import { type AdminAnswer, refused } from '../visit.ts';
import { type CatalogueParts, catalogueAddress, presentTables } from './catalogue-parts.ts';
import { mostProblems, type ShowHome } from './home-page.ts';

/** `…/catalogue/fichier`: a workbook in the place of the working copy, or one of its sheets in the place of that sheet. */
export function mountFile(admin: Admin, parts: CatalogueParts, show: ShowHome): void {
  const { store, catalogues } = parts.application;
  admin.takeOf(
    '/c/:code/catalogue/fichier',
    'facilitator',
    async (visit, its, form): Promise<AdminAnswer> => {
      const { say } = visit;
      if ('tooLong' in form) return show(visit, its, [sayMisfit({ code: 'too-large' }, say)]);
      const read = await readTables(form.file('fichier'));
      if ('misfits' in read)
        return show(
          visit,
          its,
          read.misfits.map((one) => sayMisfit(one, say)),
        );
      const draft = await store.load('town-draft', its.id);
      const below = draft === undefined ? presentTables(parts, its) : tablesOf(draft.sheets);
      const tables = isWhole(read.tables) ? read.tables : new Map([...below, ...read.tables]);
      const sheets = TownSheets.safeParse(sheetsOf(tables)).data;
      if (sheets === undefined) return show(visit, its, [sayMisfit({ code: 'too-large' }, say)]);
      // What somebody else wrote since the page was drawn is looked at before a file takes its place.
      const isDrawn = saysDrawn(form, `${draft?.version ?? ''}`);
      const { outcome } = await editTownDraft(parts.application, visit.actor, {
        code: its.id,
        change: (before) => (isDrawn && isDeepStrictEqual(before, draft?.sheets) ? sheets : undefined),
      });
      if (outcome === 'changed') return show(visit, its, [say('conflict.look-again')]);
      if (outcome !== 'done') return refused(outcome);
      // Told by the rows of the file that was brought: the working copy has rows of its own.
      const made = compile(tables, catalogues.packs);
      if ('troubles' in made)
        return show(
          visit,
          its,
          made.troubles.slice(0, mostProblems).map((one) => sayTroubleAt(one, say)),
        );
      return { kind: 'to', path: catalogueAddress(its.id), said: 'catalogue-read' };
    },
    tableForm,
  );
}
