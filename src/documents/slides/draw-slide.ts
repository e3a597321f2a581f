import type library from 'pptxgenjs';
import { sizeOf } from '../figures/side-by-side.ts';
import { bare } from '../office/bare-colour.ts';
import { regional } from '../office/regional.ts';
import { logoPixels, logoSize, logoSvg, type NamedLogo } from '../pdf/logo.ts';
import { palette } from '../pdf/palette.ts';
import { onPaper } from '../pdf/paper-style.ts';
import { raster } from '../pdf/raster.ts';
import { inch } from './inch.ts';
import type { Slide, SlideList } from './slide.ts';

type Page = library.default.Slide;
type Lists = Extract<Slide, { kind: 'lists' }>;

interface Frame {
  /** What stands at the foot of each slide, and its number. */
  readonly foot: string;
  readonly number: string;
  readonly language: string;
  /** What titles and marks are printed in, without its sign. */
  readonly accent: string;
}

/** Every office has Arial, or Liberation Sans of the same widths. */
const font = 'Arial';
const colours = {
  ink: bare(palette.ink),
  soft: bare(palette.soft),
  quiet: bare(palette.quiet),
};

/** Draws one slide on an empty page: a stripe of the accent colour, its content, and its foot. */
export function drawSlide(page: Page, slide: Slide, frame: Frame): void {
  const { accent } = frame;
  page.addShape('rect', { x: 0, y: 0, w: 0.18, h: inch.height, fill: { color: accent } });
  if (slide.kind === 'opening') drawOpening(page, slide, frame);
  else drawLists(page, slide, frame);
  const foot = { ...words(frame), y: inch.foot, h: 0.35, fontSize: 11, color: colours.soft } as const;
  page.addText(frame.foot, { ...foot, x: inch.left, w: 10 });
  page.addText(frame.number, { ...foot, x: inch.left + inch.width - 1.5, w: 1.5, align: 'right' });
}

const words = ({ language }: Frame) =>
  ({ fontFace: font, lang: regional(language), margin: 0, color: colours.ink }) as const;

function drawOpening(page: Page, slide: Extract<Slide, { kind: 'opening' }>, frame: Frame): void {
  const { title, lead, facts, figures, logo } = slide;
  const { accent } = frame;
  const wide = { ...words(frame), x: inch.left, w: inch.width } as const;
  const beside = logo === undefined ? 0 : drawLogo(page, logo);
  page.addText(title, {
    ...wide,
    w: inch.width - beside,
    y: 0.8,
    h: 1.5,
    fontSize: 36,
    bold: true,
    valign: 'bottom',
    fit: 'shrink',
  });
  page.addText(lead, { ...wide, y: 2.4, h: 0.7, fontSize: 18, bold: true, valign: 'top', color: accent });
  const column = inch.width / Math.max(1, figures.length);
  figures.forEach(({ value, label }, i) => {
    const box = { x: inch.left + i * column, y: 3.2, w: column - 0.2, h: 1.4 } as const;
    const lines = [
      { text: value, options: { fontSize: 32, bold: true, color: accent, breakLine: true } },
      { text: label, options: { fontSize: 14, color: colours.soft } },
    ];
    page.addText(lines, { ...words(frame), ...box, margin: 10, fill: { color: colours.quiet } });
  });
  const told = facts.flatMap(({ name, value }) => [
    { text: `${name} `, options: { color: colours.soft } },
    { text: value, options: { bold: true, breakLine: true } },
  ]);
  page.addText(told, { ...wide, y: 4.9, h: 1.6, fontSize: 14, valign: 'top', paraSpaceAfter: 4 });
}

/** The logo in the upper right corner; how much of the width it takes. */
function drawLogo(page: Page, logo: NamedLogo): number {
  const { width: w, height: h } = logoSize(logo, { width: 2.4, height: 1 }, 1 / 96);
  const png = raster(logoSvg(logo), { width: logoPixels(logo, w * 192) });
  const x = inch.left + inch.width - w;
  page.addImage({
    data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
    x,
    y: 0.5,
    w,
    h,
    altText: logo.alt,
  });
  return w + inch.gap;
}

function drawLists(page: Page, { title, lists, picture, note }: Lists, frame: Frame): void {
  const wide = { ...words(frame), x: inch.left, w: inch.width } as const;
  page.addText(title, { ...wide, y: 0.45, h: 0.8, fontSize: 28, bold: true, fit: 'shrink' });
  const columns = lists.length + (picture === undefined ? 0 : 1);
  const column = (inch.width + inch.gap) / Math.max(1, columns) - inch.gap;
  const xOf = (i: number) => inch.left + i * (column + inch.gap);
  const size = Math.min(...lists.map((list) => fontSizeOf(list, column)));
  lists.forEach((list, i) => {
    drawList(page, list, { x: xOf(i), w: column, size }, frame);
  });
  if (picture !== undefined) drawPicture(page, picture, { x: xOf(lists.length), w: column });
  if (note === undefined) return;
  page.addText(note, {
    ...wide,
    y: 6.3,
    h: 0.55,
    fontSize: 13,
    color: colours.soft,
    valign: 'bottom',
    fit: 'shrink',
  });
}

interface Column {
  readonly x: number;
  readonly w: number;
}

/** Lists beside one another have letters of one size. */
interface Lettered extends Column {
  readonly size: number;
}

function drawList(page: Page, list: SlideList, { x, w, size }: Lettered, frame: Frame): void {
  const { title, lead, ordered, items, more } = list;
  const mark = ordered ? ({ type: 'number', indent: 24 } as const) : { indent: 14 };
  const beside = (text: string | undefined) =>
    text === undefined
      ? []
      : [{ text, options: { color: colours.soft, breakLine: true, paraSpaceBefore: 8 } }];
  const told = items.flatMap(({ text, more }) => [
    { text, options: { bullet: mark, bold: more.length > 0, breakLine: true, paraSpaceBefore: 8 } },
    ...more.map((line) => ({
      text: line,
      options: { color: colours.soft, fontSize: size - 2, indentLevel: 1, breakLine: true },
    })),
  ]);
  const lines = [...beside(lead), ...told, ...beside(more)];
  const box = { ...words(frame), x, w } as const;
  if (title !== undefined)
    page.addText(title, { ...box, y: 1.35, h: 0.45, fontSize: 18, bold: true, color: frame.accent });
  const y = title === undefined ? 1.4 : 1.85;
  page.addText(lines, { ...box, y, h: inch.bottom - y, fontSize: size, valign: 'top' });
}

/** As large as all of it stands in its column: a letter is half as wide as high, a line a fifth higher than its letters. */
function fontSizeOf({ lead, items, more }: SlideList, width: number): number {
  const sizes = [24, 22, 20, 18, 16, 14, 12];
  const first = [lead, ...items.map(({ text }) => text), more].flatMap((text) => text ?? []);
  const under = items.flatMap((item) => item.more);
  const height = (texts: readonly string[], size: number) => {
    const letters = (width * 72) / (size * 0.49);
    return texts.reduce((sum, text) => sum + Math.ceil(text.length / letters), 0) * size * 1.2;
  };
  const fits = (size: number) =>
    height(first, size) + height(under, size - 2) + first.length * 8 <= (inch.bottom - 1.85) * 72;
  return sizes.find(fits) ?? 11;
}

function drawPicture(page: Page, { svg, alt }: NonNullable<Lists['picture']>, { x, w }: Column): void {
  const natural = sizeOf(svg);
  const times = Math.min(w / natural.width, (inch.bottom - 1.4) / natural.height);
  const size = { w: natural.width * times, h: natural.height * times };
  const png = raster(onPaper(svg), { width: Math.round(size.w * 192), background: palette.surface });
  page.addImage({
    data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
    x,
    y: 1.4,
    ...size,
    altText: alt,
  });
}
