/** An element of a PDF's structure: its tag and the objects of its page and of what holds it. */
export interface Element {
  readonly tag: string;
  readonly page: string | undefined;
  readonly body: string;
}

/** A PDF that was written uncompressed, as text: one character a byte. */
export const readable = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** The elements of the structure, in the order in which they were made. */
export function elementsOf(pdf: string): readonly Element[] {
  return pdf
    .split('endobj')
    .filter((body) => /\/S \/(?:Document|H\d|P|L|LI|Lbl|LBody|Table|Caption|TR|TH|TD|Figure)\n/.test(body))
    .map((body) => ({
      tag: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
      page: /\/Pg (\d+) 0 R/.exec(body)?.[1],
      body,
    }))
    .toSorted((a, b) => objectOf(a) - objectOf(b));
}

const objectOf = ({ body }: Element): number => Number(/(\d+) 0 obj/.exec(body)?.[1]);

/** How many pages it has, as its page tree says. */
export const pagesOf = (pdf: string): number =>
  Math.max(...[...pdf.matchAll(/\/Type \/Pages[\s\S]{0,200}?\/Count (\d+)/g)].map(([, n]) => Number(n)));
