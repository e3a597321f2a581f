import type { Pdf } from './open-pdf.ts';

/** A place in the document's outline for screen readers. */
export type PdfStructure = PDFKit.PDFStructureElement;

/** What a group holds and what is read: headings, paragraphs, lists, tables, pictures (ISO 32000-1, 14.8.4). */
type GroupTag = 'Document' | 'Part' | 'Sect' | 'Div' | 'L' | 'LI' | 'Table' | 'TR' | 'TD';
export type ReadTag = 'H1' | 'H2' | 'H3' | 'P' | 'Lbl' | 'LBody' | 'TH' | 'TD' | 'Figure' | 'Caption';

interface About {
  /** What a picture shows. */
  readonly alt?: string;
  /** The language, where it is another than the document's. */
  readonly lang?: string;
  /** What a heading of a table names. */
  readonly scope?: 'Column' | 'Row' | undefined;
}

declare global {
  namespace PDFKit {
    interface PDFStructureElement {
      readonly dictionary: PDFKitReference;
    }
  }
}

/** The root that everything else hangs on. */
export function documentRoot(doc: Pdf): PdfStructure {
  const root = doc.struct('Document');
  doc.addStructure(root);
  return root;
}

/** A group within `parent`, in which elements are added in reading order. */
export function group(
  doc: Pdf,
  parent: PdfStructure,
  tag: GroupTag,
  about: Pick<About, 'lang'> = {},
): PdfStructure {
  const element = doc.struct(tag, about);
  parent.add(element);
  return element;
}

/** Draws what is read as one element. */
export function tagged(
  doc: Pdf,
  parent: PdfStructure,
  tag: ReadTag,
  draw: () => void,
  { scope, ...about }: About = {},
): void {
  const element = doc.struct(tag, about, draw);
  if (scope !== undefined) Object.assign(element.dictionary.data, { A: { O: 'Table', Scope: scope } });
  parent.add(element);
}

/** Draws what is decoration: grounds, rules, cut lines, page numbers. Screen readers pass over it. */
export function artifact(doc: Pdf, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}
