import { z } from 'zod';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { mediaTypes } from '#documents/export-file.ts';
import { readerOf } from '#documents/queue/job.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { paperCounts } from '#domain/consultation/settings/settings.ts';
import { sheetBounds } from '#domain/paper/sheet.ts';
import { tableForm } from '#web/http/limits.ts';
import type { Admin } from '../admin.ts';
import { hasProblems } from '../fields.ts';
import { printedFile } from '../printed-file.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { mountSheets } from './mount-sheets.ts';
import { paperAddress } from './paper-address.ts';
import { mostPrinted, type PaperPage, paperPage } from './paper-page.ts';
import type { PaperPageParts } from './paper-parts.ts';
import { viewed } from './sheet-page.ts';
import { takeFile } from './take-file.ts';

const path = '/c/:code/papier';

/** `/animation/c/{code}/papier`: sheets for people who answer on paper, printed, entered, and brought as a file. */
export function mountPaper(admin: Admin, parts: PaperPageParts): void {
  const { application } = parts;
  const page = async (
    visit: Member,
    its: Consultation,
    after: Pick<PaperPage, 'told' | 'wrongFile' | 'wrongPrint'> = {},
  ): Promise<AdminAnswer> => {
    const sheets = await application.sheetsOf(its.id);
    return paperPage({ visit, its, view: viewed(parts, its, visit), sheets, ...after });
  };

  admin.pageOf(path, 'reader', async (visit, its) => {
    const number = figures(visit, 'retiree');
    return page(visit, its, number > 0 ? { told: visit.say('paper.said.retiree', { number }) } : {});
  });
  admin.pageOf(`${path}/feuille.pdf`, 'reader', (visit, its) => printed(visit, its, [], parts));
  admin.pageOf(`${path}/feuilles.pdf`, 'reader', async (visit, its): Promise<AdminAnswer> => {
    const asked = numbersAsked(visit);
    return 'numbers' in asked
      ? printed(visit, its, asked.numbers, parts)
      : page(visit, its, { wrongPrint: asked.problems });
  });
  admin.pageOf(`${path}/tableau.xlsx`, 'reader', (visit, its) => {
    const job = { kind: 'answer-table', reader: readerOf(parts.viewOf(its, visit.language)) } as const;
    return printedFile(parts.documents, job, { name: `${its.id}-feuilles.xlsx`, type: mediaTypes.xlsx });
  });
  admin.actOf(`${path}/compte`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const settings = form.read(Counts);
    if (settings === undefined) return { kind: 'missing' };
    const set = await changeSettings(application, visit.actor, { code: its.id, settings });
    // A first sheet came in meanwhile: how they are counted stays, as the page then says.
    if (set.outcome === 'invalid') return { kind: 'to', path: `${paperAddress(its.id)}#compte` };
    return set.outcome === 'done'
      ? { kind: 'to', path: paperAddress(its.id), said: 'saved' }
      : refused(set.outcome);
  });
  admin.takeOf(
    `${path}/fichier`,
    'facilitator',
    async (visit, its, form) => {
      const taken = await takeFile(visit, its, form, parts);
      return 'kind' in taken ? taken : page(visit, its, taken);
    },
    tableForm,
  );
  mountSheets(admin, parts);
}

const Counts = z.object({ paper: z.enum(paperCounts) });

/** As they are asked for in an address; 0: not as figures. */
const figures = ({ query }: Member, name: string): number =>
  Number(/^\d{1,6}$/.exec(query.get(name) ?? '')?.[0] ?? 0);

/** The numbers of the sheets to print, or what is wrong with what was asked. */
function numbersAsked(visit: Member) {
  const { say } = visit;
  const [from, n] = [figures(visit, 'de'), figures(visit, 'n')];
  const most = sheetBounds.number;
  const isIn = (one: number, last: number) => one >= 1 && one <= last;
  const problems = {
    ...(!isIn(from, most) && { de: say('paper.problem.number', { most }) }),
    ...(!isIn(n, mostPrinted) && { n: say('paper.problem.n', { most: mostPrinted }) }),
  };
  if (hasProblems(problems)) return { problems };
  return { numbers: Array.from({ length: n }, (_, i) => from + i).filter((one) => one <= most) };
}

/** Numbered sheets, or one without a number. */
function printed(
  visit: Member,
  its: Consultation,
  numbers: readonly number[],
  { documents, viewOf }: PaperPageParts,
): Promise<AdminAnswer> {
  const reader = readerOf(viewOf(its, visit.language));
  const job = { kind: 'answer-sheets', reader, numbers, at: visit.now } as const;
  const [first] = numbers;
  const which = first === undefined ? 'feuille' : `feuilles-${first}`;
  const name = `${its.id}-${which}-${visit.language}.pdf`;
  return printedFile(documents, job, { name, type: 'application/pdf' });
}
