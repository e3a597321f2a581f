import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Impact } from '#domain/results/shared-vision.ts';
import type { CrossImpactMatrix } from './cross-impact.ts';

/** The catalogue's judgements as a table over its domains' orientations; nothing judged is 0. */
export function impactMatrix({
  domains,
  crossImpacts,
}: Pick<Catalogue, 'domains' | 'crossImpacts'>): CrossImpactMatrix {
  const all = domains.flatMap(({ orientations }) => orientations);
  return {
    descriptors: domains.map(({ id, orientations }) => ({ id, variants: orientations })),
    impacts: all.map((from) => all.map((to) => crossImpacts[from]?.[to] ?? 0)),
  };
}

/** The impacts, other than none, between chosen orientations, as the catalogue judges them. */
export function impactsAmong(
  chosen: readonly string[],
  { crossImpacts }: Pick<Catalogue, 'crossImpacts'>,
): readonly Impact[] {
  return chosen.flatMap((from) =>
    chosen.flatMap((to) => {
      const strength = from === to ? 0 : (crossImpacts[from]?.[to] ?? 0);
      return strength === 0 ? [] : [{ from, to, strength }];
    }),
  );
}
