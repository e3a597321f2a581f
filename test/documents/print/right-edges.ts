import { type FontName, fontNames } from '#documents/pdf/fonts.ts';
import { openPdf } from '#documents/pdf/open-pdf.ts';
import type { Run } from './read-pdf.ts';

const own: Readonly<Record<string, FontName>> = {
  'SourceSans3-Regular': 'regular',
  'SourceSans3-SemiBold': 'strong',
  'SourceSans3-Bold': 'bold',
  'SourceSans3-Italic': 'italic',
  'SourceSans3-It': 'italic',
};

const ruler = openPdf({
  title: '',
  language: 'fr',
  at: '2026-01-01T00:00:00Z',
  size: 'A4',
  margins: { top: 0, right: 0, bottom: 0, left: 0 },
}).addPage();

/** Where each run of text ends, in points from the left; a space at its end takes no room. */
export function rightEdges(runs: readonly Run[]): readonly { readonly run: Run; readonly right: number }[] {
  return runs.map((run) => {
    const name = own[run.font];
    if (name === undefined) throw new Error(`${run.font} is none of ${fontNames.join(', ')}`);
    return { run, right: run.x + ruler.font(name).fontSize(run.size).widthOfString(run.text.trimEnd()) };
  });
}
