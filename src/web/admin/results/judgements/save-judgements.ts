import type { ApplicationParts } from '#application/parts.ts';
import { type ImpactsOutcome, setImpacts } from '#application/results/set-impacts.ts';
import type { Catalogue, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import type { Leaves } from '#domain/records/meet.ts';
import { lastDone } from '#web/admin/at-once/last-done.ts';
import { meetShort } from '#web/admin/at-once/met-page.ts';
import type { AdminAnswer, Member } from '#web/admin/visit.ts';
import { type Form, formOf } from '#web/http/request/form.ts';
import { cellRows } from './cells.ts';
import { readTable } from './read-table.ts';

interface SentJudgements {
  readonly visit: Member;
  readonly its: Consultation;
  /** What was sent with them: what it was drawn from, and choices made since. */
  readonly form: Form;
  readonly impacts: CrossImpacts;
  /** Where the table is sent. */
  readonly action: string;
}

type SavedJudgements = ImpactsOutcome | { readonly outcome: 'met'; readonly page: AdminAnswer };

/** The judgements of a table, cell by cell, as its form sends them. */
const judgementLeaves = (catalogue: Catalogue, impacts: CrossImpacts): Leaves =>
  new Map(
    cellRows(catalogue).flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        cell === undefined ? [] : [[cell.name, `${impacts[cell.from]?.[cell.to] ?? 0}`]],
      ),
    ),
  );

/** What stands: the workshop's own judgements, or the catalogue's. */
export const standingJudgements = (its: Consultation, catalogue: Catalogue): Leaves =>
  judgementLeaves(catalogue, its.crossImpacts ?? catalogue.crossImpacts);

/** Keeps what somebody changed in the table, or brought as a file, and nothing of what they left. */
export async function saveJudgements(
  sent: SentJudgements,
  application: ApplicationParts,
): Promise<SavedJudgements> {
  const { visit, its, form, impacts, action } = sent;
  const catalogue = inDomains(its, application.catalogues.asWritten(its));
  const mine = judgementLeaves(catalogue, impacts);
  const now = standingJudgements(its, catalogue);
  const choices = form.pairs.filter(([name]) => !mine.has(name) && name !== 'texte');
  const met = await meetShort({
    ...{ visit, action, mine, now, form: formOf([...choices, ...mine]), timeZone: its.timeZone },
    ...{ title: visit.say('outcome.judgements.title'), of: { its, at: 'results' } },
    words: { labelOf: (name) => cellTitle(name, catalogue, visit), shown: (_, text) => text },
    by: () => lastDone(application.audit, its.id, ['impacts-set', 'impacts-cleared']),
  });
  if ('page' in met) return { outcome: 'met', page: met.page };
  const read = readTable(met.form, catalogue);
  const isExpected = ({ crossImpacts }: Consultation) =>
    JSON.stringify(crossImpacts) === JSON.stringify(its.crossImpacts);
  const wish = { code: its.id, impacts: 'impacts' in read ? read.impacts : impacts, isExpected };
  const set = await setImpacts(application, visit.actor, wish);
  if (set.outcome !== 'changed') return set;
  // Somebody saved at this very moment: it is looked at anew.
  const latest = await application.store.load('consultation', its.id);
  return latest === undefined
    ? { outcome: 'missing' }
    : saveJudgements({ ...sent, its: latest }, application);
}

/** "This direction → that one". */
function cellTitle(name: string, catalogue: Catalogue, { language, say }: Member): string {
  const cell = cellRows(catalogue)
    .flatMap(({ cells }) => cells)
    .find((one) => one?.name === name);
  const title = (id = '') => catalogue.text[language]?.orientations[id]?.title ?? id;
  return say('outcome.judgements.cell', { from: title(cell?.from), to: title(cell?.to) });
}
