import { clearImpacts } from '#application/results/clear-impacts.ts';
import { setImpacts } from '#application/results/set-impacts.ts';
import { impactsCsv } from '#documents/tables/impacts/impacts-csv.ts';
import { readImpactsCsv } from '#documents/tables/impacts/read-impacts-csv.ts';
import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/in-domains.ts';
import { without } from '#domain/consultation/without.ts';
import type { Admin } from '#web/admin/admin.ts';
import { type AdminAnswer, type Member, refused } from '#web/admin/visit.ts';
import type { ResultsParts } from '../results-parts.ts';
import { judgementsAddress, judgementsPage, type RefusedJudgements } from './judgements-page.ts';
import { fileProblems } from './problems.ts';
import { readTable } from './read-table.ts';

/** `…/resultats/jugements`: how directions go together as a workshop judged it, typed in, or from a file. */
export function mountJudgements(admin: Admin, { application, viewOf }: ResultsParts): void {
  const { catalogues } = application;
  const path = '/c/:code/resultats/jugements';
  const catalogueOf = (its: Consultation) => inDomains(its, catalogues.asWritten(its));
  const page = (visit: Member, its: Consultation, refused?: RefusedJudgements): AdminAnswer =>
    judgementsPage(its, visit, viewOf(without(its, 'crossImpacts'), visit.language), refused);
  const keep = async (
    { actor }: Member,
    { id: code }: Consultation,
    impacts: CrossImpacts,
  ): Promise<AdminAnswer> => {
    const { outcome } = await setImpacts(application, actor, { code, impacts });
    // What is typed names no other pairs than there are.
    return outcome === 'done'
      ? { kind: 'to', path: judgementsAddress(code), said: 'impacts-set' }
      : refused(outcome);
  };
  admin.pageOf(path, 'reader', async (visit, its) => page(visit, its));
  admin.pageOf(`${path}/tableau.csv`, 'reader', async (visit, its) => {
    const catalogue = catalogueOf(its);
    const bytes = impactsCsv(catalogue, its.crossImpacts ?? catalogue.crossImpacts, visit);
    return { kind: 'file', name: `${its.id}-jugements.csv`, type: 'text/csv; charset=utf-8', bytes };
  });
  admin.actOf(path, 'facilitator', async (visit, its, form) => {
    const read = readTable(form, catalogueOf(its));
    if ('impacts' in read) return keep(visit, its, read.impacts);
    return page(visit, its, { of: 'table', sent: form, wrong: read.wrong });
  });
  admin.actOf(`${path}/fichier`, 'facilitator', async (visit, its, form) => {
    const text = form.text('fichier') || form.text('texte');
    const read = readImpactsCsv(text, catalogueOf(its));
    if ('impacts' in read) return keep(visit, its, read.impacts);
    return page(visit, its, { of: 'file', text, problems: fileProblems(read.problems, visit) });
  });
  admin.act(`${path}/retrait`, 'facilitator', async ({ params, actor }): Promise<AdminAnswer> => {
    const { code = '' } = params;
    const here = { kind: 'to', path: judgementsAddress(code) } as const;
    const { outcome } = await clearImpacts(application, actor, { code });
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
