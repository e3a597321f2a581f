/** A run of text as it stands on a page: points from the bottom left. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The font's own name: `SourceSans3-Bold`. */
  readonly font: string;
  /** What it is to a screen reader: `H1`, `P`, `Artifact`. */
  readonly tag: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** What paints outside any element and any artifact: nobody can say what it is. */
  readonly unmarked: readonly string[];
  /** Signs that the font has no drawing of. */
  readonly missing: number;
}

/** Reads back a PDF of ours that was written with `compress: false`. */
export function readPdf(bytes: Uint8Array): { readonly pages: readonly PdfPage[]; readonly source: string } {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id, body]) => [id, body ?? '']),
  );
  const pages = [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((body) => readPage(body, (id) => objects.get(id ?? '') ?? ''));
  return { pages, source };
}

/** The elements for screen readers, in no order: how many of each. */
export function tagCounts(source: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, tag = ''] of source.matchAll(/ 0 obj\n<<\n\/S \/(\w+)\n/g))
    counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

type Lookup = (id: string | undefined) => string;

function readPage(body: string, object: Lookup): PdfPage {
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? [];
  const resources = object(/\/Resources (\d+) 0 R/.exec(body)?.[1]);
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
      name,
      readFont(object(id), object),
    ]),
  );
  const content =
    /stream\n([\s\S]*)\nendstream/.exec(object(/\/Contents (\d+) 0 R/.exec(body)?.[1]))?.[1] ?? '';
  return { width: Number(width), height: Number(height), ...walk(content, fonts) };
}

interface Font {
  readonly name: string;
  readonly signs: ReadonlyMap<string, string>;
}

function readFont(body: string, object: Lookup): Font {
  const cmap = object(/\/ToUnicode (\d+) 0 R/.exec(body)?.[1]);
  const signs = new Map<string, string>();
  for (const [, from, list] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    (list ?? '').match(/<[\w ]*>/g)?.forEach((code, i) => {
      const units = code.match(/\w{4}/g) ?? [];
      const glyph = (Number.parseInt(from ?? '0', 16) + i).toString(16).padStart(4, '0');
      signs.set(glyph, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    });
  }
  return { name: /\/BaseFont \/\w+\+([\w-]+)/.exec(body)?.[1] ?? '', signs };
}

const painting = /(^| )(f|f\*|S|s|B|b|TJ|Do)$/;

function walk(content: string, fonts: ReadonlyMap<string | undefined, Font>) {
  const open: string[] = [];
  const runs: Run[] = [];
  const unmarked: string[] = [];
  let missing = 0;
  let [x, y, size] = [0, 0, 0];
  let font: Font = { name: '', signs: new Map() };
  for (const line of content.replace(/ <<[^>]*>> BDC$/gm, ' BMC').split('\n')) {
    const begun = /^\/(\w+) BMC$/.exec(line);
    if (begun) open.push(begun[1] ?? '');
    if (line === 'EMC') open.pop();
    if (painting.test(line) && open.length === 0) unmarked.push(line);
    const moved = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(line);
    if (moved) [x, y] = [Number(moved[1]), Number(moved[2])];
    const set = /^\/(F\d+) (\S+) Tf$/.exec(line);
    if (set) {
      size = Number(set[2]);
      font = fonts.get(set[1]) ?? font;
    }
    if (!line.endsWith('TJ')) continue;
    const glyphs = [...line.matchAll(/<(\w+)>/g)].flatMap(([, hex]) => hex?.match(/\w{4}/g) ?? []);
    missing += glyphs.filter((glyph) => glyph === '0000').length;
    const text = glyphs.map((glyph) => font.signs.get(glyph) ?? '').join('');
    runs.push({ text, x, y, size, font: font.name, tag: open.at(-1) ?? '' });
  }
  return { runs, unmarked, missing };
}
