import { takeSheets } from '#application/paper/take-sheets.ts';
import type { PaperFileProblem } from '#documents/tables/paper/paper-table.ts';
import { readPaperFile } from '#documents/tables/paper/read-paper-file.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { numberRanges } from '#domain/paper/number-ranges.ts';
import { sheetBounds } from '#domain/paper/sheet.ts';
import type { Form } from '#web/http/request/form.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { paperFileProblems } from './file-problems.ts';
import type { PaperPage } from './paper-page.ts';
import type { PaperPageParts } from './paper-parts.ts';
import { viewed } from './sheet-page.ts';

/** Takes the sheets of a file: what the page then says, or why there is none. */
export async function takeFile(
  visit: Member,
  its: Consultation,
  form: Form | { readonly tooLong: number },
  parts: PaperPageParts,
): Promise<AdminAnswer | Pick<PaperPage, 'told' | 'wrongFile'>> {
  const { application, phrases } = parts;
  const view = viewed(parts, its, visit);
  const wrong = (problems: readonly PaperFileProblem[]) => ({ wrongFile: paperFileProblems(problems, view) });
  if ('tooLong' in form) return wrong([{ code: 'too-large' }]);
  const read = await readPaperFile(form.file('fichier'), { catalogue: view.catalogue, phrases });
  if ('problems' in read) return wrong(read.problems);
  const taken = await takeSheets(application, visit.actor, { code: its.id, sheets: read.sheets });
  switch (taken.outcome) {
    case 'done': {
      const { new: added, changed, same } = taken.kept;
      const counts = { n: added.length, changed: changed.length, same: same.length };
      return { told: visit.say('paper.said.taken', { ...counts, replaced: numberRanges(changed) }) };
    }
    case 'invalid':
    case 'too-many':
      return wrong([{ code: 'too-many', value: `${sheetBounds.atOnce}` }]);
    case 'unfit':
      return { wrongFile: [visit.say('paper.page.closed')] };
    default:
      return refused(taken.outcome);
  }
}
