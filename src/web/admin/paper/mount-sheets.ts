import { changeSheet } from '#application/paper/change-sheet.ts';
import { enterSheet } from '#application/paper/enter-sheet.ts';
import { removeSheet } from '#application/paper/remove-sheet.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { sheetOf } from '#domain/paper/on-paper.ts';
import { type KnownSheet, sheetId } from '#domain/paper/sheet.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { paperAddress } from './paper-address.ts';
import type { PaperPageParts } from './paper-parts.ts';
import { besideSheetFields, filledIn, readSheet } from './read-sheet.ts';
import { noSheet, numberIn, sheetPage, viewed } from './sheet-page.ts';

const path = '/c/:code/papier';

/** `…/papier/saisie` and `…/papier/feuilles/{number}`: sheets entered one after the other, corrected and removed. */
export function mountSheets(admin: Admin, parts: PaperPageParts): void {
  const { application } = parts;
  admin.pageOf(`${path}/saisie`, 'facilitator', async (visit, its) => {
    const next = nextNumber(await application.sheetsOf(its.id));
    return sheetPage(parts, visit, its, { filled: (name) => (name === 'number' ? `${next}` : '') });
  });
  admin.actOf(`${path}/saisie`, 'facilitator', (visit, its, sent) => entered(visit, its, sent, parts));
  admin.pageOf(`${path}/feuille`, 'facilitator', async ({ query }, its): Promise<AdminAnswer> => {
    const number = numberIn(query.get('numero') ?? '');
    return to(its, number === undefined ? '' : `feuilles/${number}`);
  });
  admin.pageOf(`${path}/feuilles/:sheet`, 'facilitator', async (visit, its): Promise<AdminAnswer> => {
    const { store, catalogues } = application;
    const number = numberIn(visit.params.sheet);
    const person =
      number === undefined ? undefined : await store.load('participant', sheetId(its.id, number));
    const sheet = person && sheetOf(person, catalogues.of(its));
    if (sheet === undefined) return noSheet(visit, its);
    const fields = filledIn(sheet, viewed(parts, its, visit).catalogue);
    return sheetPage(parts, visit, its, { filled: (name) => fields.get(name) ?? '', number: sheet.number });
  });
  admin.actOf(`${path}/feuilles/:sheet`, 'facilitator', (visit, its, sent) =>
    corrected(visit, its, sent, parts),
  );
  admin.act(
    `${path}/feuilles/:sheet/retrait`,
    'facilitator',
    async ({ params, actor }): Promise<AdminAnswer> => {
      const [code = '', number = 0] = [params.code, numberIn(params.sheet)];
      const { outcome } = await removeSheet(application, actor, { code, number });
      return outcome === 'done' ? to({ id: code }, '', { retiree: number }) : refused(outcome);
    },
  );
}

async function entered(
  visit: Member,
  its: Consultation,
  sent: Form,
  parts: PaperPageParts,
): Promise<AdminAnswer> {
  const view = viewed(parts, its, visit);
  const sheet = readSheet(sent, view.catalogue);
  if (sheet === undefined) return { kind: 'missing' };
  const { number } = sheet;
  const filled = (name: string) => sent.one(name);
  const done = await enterSheet(parts.application, visit.actor, { code: its.id, sheet });
  switch (done.outcome) {
    case 'done':
      return to(its, 'saisie', { feuille: number });
    case 'there': {
      const problems = { number: visit.say('paper.problem.there', { number }) };
      return sheetPage(parts, visit, its, { filled, problems });
    }
    case 'invalid':
      return sheetPage(parts, visit, its, { filled, problems: besideSheetFields(done.problems, view) });
    case 'unfit':
      return sheetPage(parts, visit, its, { filled });
    default:
      return refused(done.outcome);
  }
}

async function corrected(
  visit: Member,
  its: Consultation,
  sent: Form,
  parts: PaperPageParts,
): Promise<AdminAnswer> {
  const view = viewed(parts, its, visit);
  const [read, number] = [readSheet(sent, view.catalogue), numberIn(visit.params.sheet)];
  if (read === undefined || number === undefined) return { kind: 'missing' };
  const filled = (name: string) => sent.one(name);
  const change = { code: its.id, sheet: { ...read, number } };
  const done = await changeSheet(parts.application, visit.actor, change);
  switch (done.outcome) {
    case 'done':
    case 'unchanged':
      return to(its, 'saisie', { modifiee: number });
    case 'invalid':
      return sheetPage(parts, visit, its, {
        ...{ filled, number },
        problems: besideSheetFields(done.problems, view),
      });
    case 'unfit':
      return sheetPage(parts, visit, its, { filled, number });
    default:
      return refused(done.outcome);
  }
}

/** The one after the last that was entered, or the next that is free. */
function nextNumber(sheets: readonly KnownSheet[]): number {
  const taken = new Set(sheets.map(({ number }) => number));
  let next = (sheets[0]?.number ?? 0) + 1;
  while (taken.has(next)) next++;
  return next;
}

function to(
  { id }: Pick<Consultation, 'id'>,
  page: string,
  said: Readonly<Record<string, number>> = {},
): AdminAnswer {
  const query = new URLSearchParams(Object.entries(said).map(([name, n]) => [name, `${n}`])).toString();
  const where = page === '' ? paperAddress(id) : `${paperAddress(id)}/${page}`;
  return { kind: 'to', path: query === '' ? where : `${where}?${query}` };
}
