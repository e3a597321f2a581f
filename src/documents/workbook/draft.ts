/** Where something stands in a workbook, as the spreadsheet shows it. */
export interface DraftCell {
  readonly sheet: string;
  /** Counted from 1, as the spreadsheet shows it. */
  readonly row: number;
  /** By the name in its header. */
  readonly column?: string;
  /** As the spreadsheet names it. */
  readonly letter?: string;
}

type Path = readonly (string | number)[];

/** The files of a catalogue as they are being put together, with the cell that each part comes from. */
export class Draft {
  readonly files = new Map<string, Record<string, unknown>>();
  readonly #origins = new Map<string, DraftCell>();

  /** Puts a value at a place of a file; maps on the way are made. */
  put(file: string, path: Path, value: unknown, from: DraftCell): void {
    this.#origins.set(`${file} ${path.join('.')}`, from);
    let at: Record<string, unknown> = this.open(file);
    for (const step of path.slice(0, -1)) {
      const next = at[step];
      const inside: Record<string, unknown> = isMap(next) ? next : {};
      at[step] = inside;
      at = inside;
    }
    const last = path.at(-1);
    if (last !== undefined) at[last] = value;
  }

  /** Adds an entry to a list of a file; says its place. */
  add(file: string, list: string, entry: Record<string, unknown>, from: DraftCell): number {
    const data = this.open(file);
    const before = data[list];
    const entries = Array.isArray(before) ? before : [];
    data[list] = [...entries, entry];
    this.#origins.set(`${file} ${list}.${entries.length}`, from);
    return entries.length;
  }

  /** Says where a part of what was put comes from. */
  mark(file: string, path: Path, from: DraftCell): void {
    this.#origins.set(`${file} ${path.join('.')}`, from);
  }

  /** The cell that a place of a file comes from, or the nearest thing around it. */
  originOf(file: string, place: string): DraftCell | undefined {
    const steps = place.split('.');
    for (let length = steps.length; length >= 0; length--) {
      const found = this.#origins.get(`${file} ${steps.slice(0, length).join('.')}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A file, begun if it is not there yet. */
  open(file: string): Record<string, unknown> {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const fresh: Record<string, unknown> = {};
    this.files.set(file, fresh);
    return fresh;
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
