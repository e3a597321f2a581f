import { clearImpacts } from '#application/results/clear-impacts.ts';
import { impactsCsv } from '#documents/tables/impacts/impacts-csv.ts';
import { readImpactsCsv, readImpactsFile } from '#documents/tables/impacts/read-impacts-csv.ts';
import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { without } from '#domain/consultation/without.ts';
import type { Admin } from '#web/admin/admin.ts';
import { type AdminAnswer, type Member, refused } from '#web/admin/visit.ts';
import { drawnField, readDrawn } from '#web/http/at-once/drawn.ts';
import { tableForm } from '#web/http/limits.ts';
import type { Form } from '#web/http/request/form.ts';
import type { ResultsParts } from '../results-parts.ts';
import { judgementsAddress, judgementsPage, type RefusedJudgements } from './judgements-page.ts';
import { fileProblems } from './problems.ts';
import { readTable } from './read-table.ts';
import { saveJudgements, standingJudgements } from './save-judgements.ts';

/** `…/resultats/jugements`: how directions go together as a workshop judged it, typed in, or from a file. */
export function mountJudgements(admin: Admin, { application, viewOf }: ResultsParts): void {
  const { catalogues } = application;
  const path = '/c/:code/resultats/jugements';
  const catalogueOf = (its: Consultation) => inDomains(its, catalogues.asWritten(its));
  const page = (visit: Member, its: Consultation, refused?: RefusedJudgements): AdminAnswer =>
    judgementsPage(its, visit, viewOf(without(its, 'crossImpacts'), visit.language), refused);
  const keep = async (
    visit: Member,
    its: Consultation,
    form: Form,
    impacts: CrossImpacts,
  ): Promise<AdminAnswer> => {
    const action = judgementsAddress(its.id);
    const saved = await saveJudgements({ visit, its, form, impacts, action }, application);
    if (saved.outcome === 'met') return saved.page;
    // What is typed names no other pairs than there are.
    return saved.outcome === 'done'
      ? { kind: 'to', path: action, said: 'impacts-set' }
      : refused(saved.outcome);
  };
  admin.pageOf(path, 'reader', async (visit, its) => page(visit, its));
  admin.pageOf(`${path}/tableau.csv`, 'reader', async (visit, its) => {
    const catalogue = catalogueOf(its);
    const bytes = impactsCsv(catalogue, its.crossImpacts ?? catalogue.crossImpacts, visit);
    return { kind: 'file', name: `${its.id}-jugements.csv`, type: 'text/csv; charset=utf-8', bytes };
  });
  admin.actOf(path, 'facilitator', async (visit, its, form) => {
    const read = readTable(form, catalogueOf(its));
    if ('impacts' in read) return keep(visit, its, form, read.impacts);
    return page(visit, its, { of: 'table', sent: form, wrong: read.wrong });
  });
  admin.takeOf(
    `${path}/fichier`,
    'facilitator',
    async (visit, its, form) => {
      if ('tooLong' in form) {
        const problems = fileProblems([{ row: 1, code: 'too-large' }], visit);
        return page(visit, its, { of: 'file', text: '', problems });
      }
      const [file, text] = [form.file('fichier'), form.text('texte')];
      const catalogue = catalogueOf(its);
      const read = file.length > 0 ? await readImpactsFile(file, catalogue) : readImpactsCsv(text, catalogue);
      if ('impacts' in read) return keep(visit, its, form, read.impacts);
      return page(visit, its, { of: 'file', text, problems: fileProblems(read.problems, visit) });
    },
    tableForm,
  );
  admin.actOf(`${path}/retrait`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const wasDrawn = readDrawn(form.one(drawnField));
    const standing = standingJudgements(its, catalogueOf(its));
    if ([...standing].some(([name, text]) => wasDrawn(name, text) === false))
      return page(visit, its, { of: 'removal' });
    const { id: code } = its;
    const here = { kind: 'to', path: judgementsAddress(code) } as const;
    const { outcome } = await clearImpacts(application, visit.actor, { code });
    switch (outcome) {
      case 'done':
        return { ...here, said: 'impacts-cleared' };
      case 'unchanged':
        // Pressed twice, or by two people.
        return here;
      default:
        return refused(outcome);
    }
  });
}
