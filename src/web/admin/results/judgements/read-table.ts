import { z } from 'zod';
import type { Catalogue, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Form } from '#web/http/request/form.ts';
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
        const value = Judgement.safeParse(form.one(cell.name)).data;
        if (value === undefined) wrong.push(cell);
        return [[cell.to, value ?? 0]];
      }),
    ),
  ]);
  return wrong.length > 0 ? { wrong } : { impacts: Object.fromEntries(impacts) };
}

/** A whole number from -3 to 3, its sign typed in any way. */
const Judgement = z
  .string()
  .transform((typed) => typed.replace(/[\u2212\u2013]/g, '-'))
  .pipe(z.string().regex(/^([+-]?[0-3])?$/))
  // Zero has no sign.
  .transform((typed) => Number(typed) || 0);
