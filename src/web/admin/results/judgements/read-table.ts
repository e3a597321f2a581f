import type { Catalogue, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Form } from '#web/http/form.ts';
import { cellRows, type ImpactCell } from './cells.ts';

export type ReadImpactTable = { readonly impacts: CrossImpacts } | { readonly wrong: readonly ImpactCell[] };

/** The judgements of a filled-in table, an empty place standing for none; or the places where something else stands. */
export function readTable(form: Form, catalogue: Catalogue): ReadImpactTable {
  const rows = cellRows(catalogue);
  const wrong: ImpactCell[] = [];
  const impacts = rows.map(({ from, cells }): [string, Record<string, number>] => [
    from,
    Object.fromEntries(
      cells.flatMap((cell): [string, number][] => {
        if (cell === undefined) return [];
        const value = judgementOf(form.one(cell.name));
        if (value === undefined) wrong.push(cell);
        return [[cell.to, value ?? 0]];
      }),
    ),
  ]);
  return wrong.length > 0 ? { wrong } : { impacts: Object.fromEntries(impacts) };
}

/** A whole number from -3 to 3, its sign typed in any way. */
function judgementOf(typed: string): number | undefined {
  if (typed === '') return 0;
  const found = /^([+-]?)([0-3])$/.exec(typed.replace(/[\u2212\u2013]/g, '-'));
  if (found === null) return undefined;
  const strength = Number(found[2]);
  return found[1] === '-' && strength > 0 ? -strength : strength;
}
