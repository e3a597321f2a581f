import type { Result } from '../result.ts';
import { metaOf } from './meta.ts';
import { report } from './outline.ts';
import { roomy, type TypeSet, tight } from './pdf/type-set.ts';
import { synthesisPage } from './synthesis-page.ts';

/** Lines of each part on the page of synthesis, from the most that is worth reading down to what always fits. */
const lines = [5, 4, 3, 2];

/** The report as a PDF, its synthesis with as many lines as stand on one page. What writes it is loaded when it is first asked for. */
export async function reportPdfOf(result: Result): Promise<Uint8Array> {
  const [{ laidOut }, { closed }] = await Promise.all([import('./pdf.ts'), import('../pdf/open-pdf.ts')]);
  const meta = metaOf(result, 'report');
  const blocks = report(result, await linesOnPage(result));
  const set = (type: TypeSet) => laidOut(blocks, meta, { type, first: tight });
  const best = typeSets.reduce((best, type) => {
    if (emptiest(best) >= enough) return best;
    const next = set(type);
    return emptiest(next) > emptiest(best) ? next : best;
  }, set(roomy));
  return closed(best.doc);
}

async function linesOnPage(result: Result): Promise<number> {
  const { laidOut } = await import('./pdf.ts');
  const meta = metaOf(result, 'report');
  return lines.find((most) => laidOut(synthesisPage(result, most), meta, { type: tight }).pages === 1) ?? 1;
}

/** A little tighter, then a little wider: what would stand alone on a last page has its place on the one before, or company. */
const typeSets: readonly TypeSet[] = [
  { ...roomy, gap: 6.5 },
  { ...roomy, gap: 9 },
];

/** How far down its emptiest page is filled; a page that is filled so far is not mostly blank. */
const emptiest = ({ filled }: { readonly filled: readonly number[] }): number => Math.min(...filled);
const enough = 1 / 2;

/** The same as a Word document, to complete. Nobody can tell here where its pages end: its first page holds a little more than that of the PDF. */
export async function reportDocxOf(result: Result): Promise<Uint8Array> {
  const { reportDocx } = await import('./docx.ts');
  return reportDocx(report(result, await linesOnPage(result)), metaOf(result, 'report'));
}
