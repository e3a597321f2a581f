import { fold } from '#domain/conversation/fold.ts';
import { unguarded } from '../cell-text.ts';

/** What a cell names: ids, or that it names something that is not known. */
export type Named = readonly string[] | undefined;

/** Finds ids by their titles in any language, by themselves, or by the number that is printed in their box. */
export function namesOf(
  ids: readonly string[],
  titles: readonly Readonly<Record<string, string>>[],
): (cell: string) => Named {
  const known = new Map(
    ids.flatMap((id, i) => [
      ...[id, `${i + 1}`, ...titles.flatMap((all) => all[id] ?? [])].map((name) => [fold(name), id] as const),
    ]),
  );
  const one = (text: string) => known.get(fold(text));
  const each = (parts: readonly string[]): Named => {
    const found = parts.map(one);
    return found.includes(undefined) ? undefined : [...new Set(found.flatMap((id) => id ?? []))];
  };
  return (cell) => {
    const text = unguarded(cell).trim();
    if (text === '') return [];
    const whole = one(text);
    if (whole !== undefined) return [whole];
    // A spreadsheet makes 2.1 of "2,10": of figures with a comma or a point between them nobody knows which were meant.
    if (/^\d+[.,]\d+$/.test(text)) return undefined;
    const parts = (by: RegExp) => text.split(by).filter((part) => part.trim() !== '');
    return (
      each(parts(/[;\n+/]/)) ??
      each(parts(/[;\n+/,]/)) ??
      (/^[\d\s]+$/.test(text) ? each(parts(/\s/)) : undefined)
    );
  };
}
