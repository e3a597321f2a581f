import type { Admin } from '../admin.ts';
import { tabAddress } from '../frame.ts';
import { ofConsultation } from '../of-consultation.ts';
import { exportFile, formats } from './export-file.ts';
import { type ResultsParts, shownOf } from './results-parts.ts';

/** `/animation/c/{code}/resultats/export/{format}`: the released result as a file, in the language of the visit. */
export function mountExports(admin: Admin, parts: ResultsParts): void {
  const { store, audit, documents, viewOf } = parts;
  admin.page(
    '/c/:code/resultats/export/:format',
    'reader',
    ofConsultation(store, async (visit, its) => {
      const format = formats.find((one) => one === visit.params.format);
      if (format === undefined) return { kind: 'missing' };
      const { group, vision } = await shownOf(its, visit.now, parts);
      // The page of the results says why there is none.
      const instead = { kind: 'to', path: tabAddress(its.id, 'results') } as const;
      if (group.state === 'waiting') return instead;
      const { at, scenario } = group;
      const result = { wording: viewOf(its, visit.language), at, scenario, vision };
      const exported = await exportFile(format, result, documents);
      if (exported.outcome === 'not-open') return instead;
      if (exported.outcome === 'busy') return { kind: 'busy' };
      await audit.write(visit.account, { action: 'exported', consultation: its.id, facts: { format } });
      return { kind: 'file', ...exported.file };
    }),
  );
}
