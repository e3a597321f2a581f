import type { ResultKind } from '#domain/results/group-scenario.ts';
import type { Wording } from './wording.ts';

/**
 * How finely numbers about people are said. `exact`: as they are. `coarse`: what a provisional result may say of them, tenths and
 * round numbers, without counts, shares in per cent or intervals.
 */
export type Grain = 'exact' | 'coarse';

export const grainOf = (kind: ResultKind): Grain => (kind === 'final' ? 'exact' : 'coarse');

/** A number within a sentence: in letters up to ten, as French and English write it; `gender` is that of what is counted. */
export const spelled = (n: number, { say }: Wording, gender: 'feminine' | 'masculine' = 'feminine'): string =>
  say(`reading.number.${gender}`, { n });

/** So many people: "sept personnes", "24 personnes"; coarsely "une vingtaine de personnes". */
export function peopleCount(n: number, grain: Grain, wording: Wording): string {
  if (grain === 'exact') return wording.say('reading.people.exact', { n, said: spelled(n, wording) });
  return wording.say('reading.people.coarse', { n: round(n) });
}

/** So many views: "sept avis", "24 avis"; coarsely "une vingtaine d'avis". */
export function viewCount(n: number, grain: Grain, wording: Wording): string {
  if (grain === 'exact')
    return wording.say('reading.views.exact', { n, said: spelled(n, wording, 'masculine') });
  return wording.say('reading.views.coarse', { n: round(n) });
}

/** A number of people alone, in figures; coarsely a round one: that it is about so many stands beside it. */
export function peopleNumber(n: number, grain: Grain, { say }: Wording): string {
  return grain === 'exact'
    ? say('reading.people.number', { n })
    : say('reading.people.round', { n: round(n) });
}

/** A number of people or of views in a column: "34"; coarsely "environ 30". */
export const countInShort = (n: number, grain: Grain, { say }: Wording): string =>
  grain === 'exact' ? say('reading.people.number', { n }) : say('reading.short.about', { n: round(n) });

/**
 * The lower end of a band of five, as it is said in round numbers: the ten nearest to the middle of the band (0: fewer than about ten),
 * from a hundred on two digits.
 */
function round(lowerEnd: number): number {
  const middle = lowerEnd + 2;
  if (middle < 10) return 0;
  const step = middle < 100 ? 10 : 10 ** (Math.floor(Math.log10(middle)) - 1);
  return Math.round(middle / step) * step;
}
