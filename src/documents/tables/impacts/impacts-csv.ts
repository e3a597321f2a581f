import type { Catalogue, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { csvOf } from '../csv-of.ts';

/**
 * The cross-impacts of a workshop as a square table to fill in: how the direction of a row favours (up to 3) or hinders (down
 * to -3) that of a column. Empty within a domain, and where nothing is judged yet.
 */
export function impactsCsv(
  catalogue: Catalogue,
  impacts: CrossImpacts,
  { language, say }: { readonly language: string; readonly say: Say },
): Uint8Array {
  const { orientations } = textIn(catalogue, language);
  const all = catalogue.domains.flatMap((domain) => domain.orientations);
  return csvOf({
    head: [say('tables.impacts.orientation'), say('tables.impacts.title'), ...all],
    rows: catalogue.domains.flatMap(({ orientations: own }) =>
      own.map((from) => [
        from,
        orientations[from]?.title ?? from,
        ...all.map((to) => (own.includes(to) ? null : (impacts[from]?.[to] ?? null))),
      ]),
    ),
    language,
  });
}
