import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** One of the two places: a data folder, or the address of a database. */
export type Place = { readonly dir: string } | { readonly url: string };

export const usage = `npm run move -- --from data --to postgres://user:password@host:5432/name    from files to PostgreSQL
npm run move -- --from postgres://user:password@host:5432/name --to data    and back`;

/** Reads the command line; what is wrong with it is told in one sentence. */
export function readSides(
  args: readonly string[],
): { readonly from: Place; readonly to: Place } | { readonly problem: string } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { from: text, to: text } });
    if (!values.from || !values.to) return { problem: '--from and --to are both needed' };
    const [from, to] = [placeOf(values.from), placeOf(values.to)];
    if ('problem' in from) return from;
    if ('problem' in to) return to;
    if ('dir' in from === 'dir' in to) return { problem: 'one of the two is a folder, the other a database' };
    return { from, to };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function placeOf(given: string): Place | { readonly problem: string } {
  if (!given.includes('://')) return { dir: resolve(given) };
  if (/^postgres(ql)?:\/\/./.test(given) && URL.canParse(given)) return { url: given };
  return { problem: 'a database is named as postgres://user:password@host:5432/name' };
}
