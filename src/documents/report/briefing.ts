import type { Result } from '../result.ts';
import { briefingBlocks, type Trim } from './briefing-blocks.ts';
import { metaOf } from './meta.ts';

/** From the most that is worth reading down to what always fits. */
const fullest: Trim = { most: 8, apart: true };
const trims: readonly Trim[] = [
  { most: 6, apart: true },
  { most: 5, apart: true },
  ...[6, 5, 4, 3, 2, 1].map((most) => ({ most, apart: false })),
];
const shorter: Trim = { most: 3, apart: false };
const pages = 2;

/** The briefing as a PDF on both sides of one sheet: as many lines as fit. What writes it is loaded when it is first asked for. */
export async function briefingPdf(result: Result): Promise<Uint8Array> {
  const [{ closed }, { dense }, { laidOut }] = await Promise.all([
    import('../pdf/open-pdf.ts'),
    import('./pdf/type-set.ts'),
    import('./pdf.ts'),
  ]);
  const meta = metaOf(result, 'briefing');
  const set = (trim: Trim) => laidOut(briefingBlocks(result, trim), meta, { type: dense });
  const fitted = trims.reduce((last, trim) => (last.pages <= pages ? last : set(trim)), set(fullest));
  return closed(fitted.doc);
}

/** The same as a Word document, to change before the seminar: lines are wider there, so that it says fewer of them. */
export async function briefingDocx(result: Result): Promise<Uint8Array> {
  const { reportDocx } = await import('./docx.ts');
  return reportDocx(briefingBlocks(result, shorter), metaOf(result, 'briefing'));
}
