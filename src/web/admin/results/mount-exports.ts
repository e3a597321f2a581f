import { exportResult } from '#application/results/export-result.ts';
import { exportFile, formats } from '#documents/export-file.ts';
import { resultOf } from '#documents/result.ts';
import type { Admin } from '../admin.ts';
import { tabAddress } from '../frame.ts';
import type { AdminAnswer } from '../visit.ts';
import type { ResultsParts } from './results-parts.ts';

/** `/animation/c/{code}/resultats/export/{format}`: the released result as a file, in the language of the visit. */
export function mountExports(
  admin: Admin,
  { application, documents, viewOf, publicUrl }: ResultsParts,
): void {
  admin.page(
    '/c/:code/resultats/export/:format',
    'reader',
    async ({ params, actor, language }): Promise<AdminAnswer> => {
      const code = params.code ?? '';
      const format = formats.find((one) => one === params.format);
      if (format === undefined) return { kind: 'missing' };
      const exported = await exportResult(application, actor, {
        ...{ code, format },
        make: ({ its, ...released }) =>
          exportFile(format, resultOf(released, viewOf(its, language), publicUrl()), documents),
      });
      switch (exported.outcome) {
        case 'made':
          return { kind: 'file', ...exported.file };
        case 'waiting':
        case 'not-open':
          // The page of the results says why there is none.
          return { kind: 'to', path: tabAddress(code, 'results') };
        default:
          return { kind: exported.outcome };
      }
    },
  );
}
