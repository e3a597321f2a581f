import { impactsCsv } from '#documents/tables/impacts/impacts-csv.ts';
import { readImpactsCsv } from '#documents/tables/impacts/read-impacts-csv.ts';
import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import { impactChanges } from '#scenario/analysis/cross-impacts/impact-changes.ts';
import type { Admin, Done } from '#web/admin/admin.ts';
import { actOn, ofConsultation } from '#web/admin/of-consultation.ts';
import type { ResultsParts } from '../results-parts.ts';
import { inDomains } from './in-domains.ts';
import { judgementsAddress, judgementsPage } from './judgements-page.ts';
import { fileProblems } from './problems.ts';
import { readTable } from './read-table.ts';

/** `…/resultats/jugements`: how directions go together as a workshop judged it, typed in, or from a file. */
export function mountJudgements(admin: Admin, { store, viewOf, catalogues }: ResultsParts): void {
  const path = '/c/:code/resultats/jugements';
  const catalogueOf = (its: Consultation) => inDomains(its, catalogues.of(its));
  const keep = async (its: Consultation, impacts: CrossImpacts): Promise<Done> => {
    await saveImpacts(its.id, impacts);
    const changes = impactChanges(catalogueOf(its).crossImpacts, impacts).length;
    return {
      ...{ kind: 'to', path: judgementsAddress(its), said: 'impacts-set' },
      wrote: { action: 'impacts-set', consultation: its.id, facts: { changes } },
    };
  };
  admin.page(
    path,
    'reader',
    ofConsultation(store, async (visit, its) => judgementsPage(its, visit, viewOf(its, visit.language))),
  );
  admin.page(
    `${path}/tableau.csv`,
    'reader',
    ofConsultation(store, async (visit, its) => {
      const catalogue = catalogueOf(its);
      const bytes = impactsCsv(catalogue, its.crossImpacts ?? catalogue.crossImpacts, visit);
      return { kind: 'file', name: `${its.id}-jugements.csv`, type: 'text/csv; charset=utf-8', bytes };
    }),
  );
  admin.act(
    path,
    'facilitator',
    actOn(store, async (visit, its, form) => {
      const read = readTable(form, catalogueOf(its));
      if ('impacts' in read) return keep(its, read.impacts);
      const refused = { of: 'table', sent: form, wrong: read.wrong } as const;
      return judgementsPage(its, visit, viewOf(its, visit.language), refused);
    }),
  );
  admin.act(
    `${path}/fichier`,
    'facilitator',
    actOn(store, async (visit, its, form) => {
      const text = form.text('fichier') || form.text('texte');
      const read = readImpactsCsv(text, catalogueOf(its));
      if ('impacts' in read) return keep(its, read.impacts);
      const refused = { of: 'file', text, problems: fileProblems(read.problems, visit) } as const;
      return judgementsPage(its, visit, viewOf(its, visit.language), refused);
    }),
  );
  admin.act(
    `${path}/retrait`,
    'facilitator',
    actOn(store, async (_visit, its): Promise<Done> => {
      // Pressed twice, or by two people.
      if (its.crossImpacts === undefined) return { kind: 'to', path: judgementsAddress(its) };
      await saveImpacts(its.id, undefined);
      const wrote = { action: 'impacts-cleared', consultation: its.id } as const;
      return { kind: 'to', path: judgementsAddress(its), said: 'impacts-cleared', wrote };
    }),
  );

  /** A result may be released at this very moment: tried again on what is there then. */
  async function saveImpacts(code: string, impacts: CrossImpacts | undefined): Promise<void> {
    const its = await store.load('consultation', code);
    if (its === undefined) return;
    const saved = await store.save('consultation', {
      ...without(its, 'crossImpacts'),
      ...(impacts && { crossImpacts: plain(impacts) }),
    });
    if (saved.outcome === 'conflict') await saveImpacts(code, impacts);
  }
}

/** As it is kept. */
const plain = (impacts: CrossImpacts) =>
  Object.fromEntries(Object.entries(impacts).map(([from, row]) => [from, { ...row }]));
