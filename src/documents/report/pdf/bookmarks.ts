import type { Pdf } from '#documents/pdf/open-pdf.ts';

type Mark = PDFKit.PDFOutline;

/** Adds headings to the document's bookmarks, each under the last one of the level above. */
export function createBookmarks(doc: Pdf): (level: 1 | 2 | 3, text: string) => void {
  const last: Mark[] = [doc.outline];
  return (level, text) => {
    const parent = last[level - 1] ?? doc.outline;
    last.length = Math.min(last.length, level);
    last[level] = parent.addItem(text, { expanded: false });
  };
}
