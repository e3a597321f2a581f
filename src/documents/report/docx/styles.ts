import { type IStylesOptions, LineRuleType } from 'docx';
import { bare } from '#documents/office/bare-colour.ts';
import { regional } from '#documents/office/regional.ts';
import { palette } from '#documents/pdf/palette.ts';
import type { Meta } from '../meta.ts';

/** Twentieths of a point. */
const cm = 567;

/** A4, with room for a hand on each side. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2 * cm, right: 2 * cm, bottom: 2 * cm, left: 2 * cm, footer: cm },
} as const;

/** How wide what is set is, in twentieths of a point. */
export const breadth = page.size.width - page.margin.left - page.margin.right;

/** Every office has Arial, or Liberation Sans of the same widths. */
const font = 'Arial';

/** The styles by which an office, and a screen reader, tells what is what; sizes in half points. */
export function styles({ language, accent }: Pick<Meta, 'language' | 'accent'>): IStylesOptions {
  const heading = (size: number, colour: string, before: number) => ({
    run: { font, size, bold: true, color: bare(colour) },
    paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font, size: 20, color: bare(palette.ink), language: { value: regional(language) } },
        paragraph: { spacing: { after: 110, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: 52, bold: true, color: bare(palette.ink) },
        paragraph: { spacing: { before: 0, after: 120 }, keepNext: true },
      },
      heading1: heading(32, accent, 280),
      heading2: heading(24, palette.ink, 200),
      heading3: heading(21, palette.ink, 240),
    },
    paragraphStyles: [
      quiet('Note', 17, { after: 80 }),
      quiet('Footer', 16, { after: 0 }),
      quiet('Subtitle', 26, { after: 480 }),
      {
        ...quiet('Caption', 19, { before: 120, after: 60 }),
        run: { bold: true, size: 18, color: bare(palette.ink) },
        paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 16 },
        paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
      },
    ],
  };
}

const quiet = (id: string, size: number, spacing: { before?: number; after: number }) => ({
  id,
  name: id,
  basedOn: 'Normal',
  quickFormat: true,
  run: { size, color: bare(palette.soft) },
  paragraph: { spacing },
});
