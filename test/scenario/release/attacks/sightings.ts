import { type Seen, shownOn } from './attacked.ts';
import { sideOf } from './crowd.ts';
import type { Sighting } from './posterior.ts';
import { tenthsShown } from './tenths.ts';

/** What states of a group's result tell of one trajectory, to somebody who knows what the puppets said and how figures are made. */
export function sightingsOn(trajectory: string, states: readonly Seen[]): readonly Sighting[] {
  return states.flatMap((state) => {
    const shown = shownOn(state, trajectory);
    if (shown === undefined) return [];
    const after = state.honest.filter(({ views }) => trajectory in views).length;
    const said = state.puppets.flatMap(({ [trajectory]: stance }) =>
      stance === undefined ? [] : [sideOf(stance)],
    );
    const [against, wish] = [
      said.filter((side) => side === 'against').length,
      said.filter((side) => side === 'for').length,
    ];
    const n = after + said.length;
    const exact = (a: number, f: number) =>
      Number(
        Math.abs((f + wish) / n - shown.wish) < 1e-9 && Math.abs((a + against) / n - shown.refuse) < 1e-9,
      );
    const coarse = tenthsShown(shown, n);
    const likelihood =
      state.kind === 'final' ? exact : (a: number, f: number) => coarse(a + against, f + wish);
    return [{ after, likelihood }];
  });
}
