/** A share as somebody writes it: "12,5", "12.5 %"; nothing written: nothing; what is no number: NaN, which no rule takes. */
export function readShare(written: string): number | undefined {
  const figures = written.replace(/[\s%]/g, '').replace(',', '.');
  if (figures === '') return undefined;
  return /^\d{1,6}(\.\d{1,4})?$/.test(figures) ? Number(figures) : Number.NaN;
}

/** Shares of a table that was copied: as they are written there, by the field they are for; and the lines that name none. */
interface PastedShares {
  readonly shares: ReadonlyMap<string, string>;
  readonly unread: readonly string[];
}

/** Lines that were not understood, as many as are told, and how much of each, in characters. */
const [most, longest] = [5, 60];

/** Reads a name and a share a line, parted as a spreadsheet or a person parts them; `names`: what each field is called. */
export function readPasted(table: string, names: ReadonlyMap<string, string>): PastedShares {
  const fields = new Map([...names].map(([field, name]) => [folded(name), field]));
  const shares = new Map<string, string>();
  const unread: string[] = [];
  for (const [i, line] of linesOf(table).entries()) {
    const { name, share } = cellsOf(line);
    const field = fields.get(folded(name));
    if (field !== undefined && share !== '') shares.set(field, share);
    // The heads of columns.
    else if (i > 0 || /\d/.test(line)) unread.push(line.slice(0, longest));
  }
  return { shares, unread: unread.slice(0, most) };
}

/** Two cells of a spreadsheet, or words that end with a number. */
function cellsOf(line: string): { readonly name: string; readonly share: string } {
  const [name = '', share, ...others] = line.split(/[\t;|]/);
  if (share !== undefined && others.every((one) => one.trim() === ''))
    return { name, share: share.replace(/["%\s]/g, '') };
  const at = line.search(/\d[\d.,]*\s*%?$/);
  return at < 0
    ? { name: line, share: '' }
    : { name: line.slice(0, at), share: line.slice(at).replace(/[%\s]/g, '') };
}

const linesOf = (table: string): readonly string[] =>
  table
    .split(/\r?\n/)
    .slice(0, 200)
    .map((line) => line.slice(0, 400).trim())
    .filter((line) => line !== '');

/** Without accents, capitals and signs: as two people would write the same name. */
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
