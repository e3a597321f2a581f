import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Impact } from '#domain/results/shared-vision.ts';

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
