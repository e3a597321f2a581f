import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { listFor } from '#domain/participant/examining.ts';
import type { GroupNeed } from '#domain/participant/group-need.ts';
import { simulatedPerson } from './simulated-person.ts';

/** More people than this are not played: their views are those of so many, multiplied. */
const mostPlayed = 120;

/**
 * The views that each trajectory of a catalogue would have if so many people went through all of it, one after the other, their
 * lists drawn as in the conversation. The same catalogue gives the same views.
 */
export function simulatedViews(
  catalogue: Catalogue,
  { expected, minGroup }: { readonly expected: number; readonly minGroup: number },
): ReadonlyMap<string, number> {
  const views = new Map<string, number>(
    catalogue.domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => [id, 0])),
  );
  const group: GroupNeed = { minGroup, expected, examined: (id) => views.get(id) ?? 0 };
  const played = Math.min(expected, mostPlayed);
  for (let n = 0; n < played; n++) {
    const person = simulatedPerson(catalogue, n);
    for (const domain of catalogue.domains)
      for (const { id } of listFor(domain, person, group)) views.set(id, (views.get(id) ?? 0) + 1);
  }
  return new Map([...views].map(([id, n]) => [id, (n * expected) / played]));
}
