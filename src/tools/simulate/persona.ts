import { createRng } from './rng.ts';

/** Someone to play: how they go about it, and the group whose opinions they share. */
export interface Persona {
  readonly index: number;
  /** Decides everything they draw. */
  readonly seed: string;
  /** The language their device asks for. */
  readonly language: 'fr' | 'en';
  /** The group of opinion, from 0. */
  readonly group: number;
  /** How often they type where they could tap. */
  readonly types: number;
  /** How often they say something unclear. */
  readonly mumbles: number;
  /** How often they turn to something else: the menu, their scenario, another language. */
  readonly wanders: number;
  readonly declinesProfile: boolean;
  /** The turn at which they leave; absent: they go to the end. */
  readonly leavesAt?: number;
  readonly looksAtGroup: boolean;
  /** They let those who facilitate read what they write, and write more than others. */
  readonly shares: boolean;
}

/** The nth person of a seeded crowd. */
export function persona(seed: number, index: number): Persona {
  const own = `${seed}/${index}`;
  const rng = createRng('persona', own);
  const leaves = rng.chance(0.15);
  const types = rng.pick([0, 0.1, 0.3, 0.7]);
  return {
    index,
    seed: own,
    language: rng.chance(0.1) ? 'en' : 'fr',
    group: groupAt(rng.next(), groupSizes(seed)),
    types,
    mumbles: types > 0 && rng.chance(0.5) ? 0.04 : 0,
    wanders: rng.chance(0.5) ? 0.03 : 0,
    declinesProfile: rng.chance(0.2),
    ...(leaves && { leavesAt: 2 + rng.below(40) }),
    looksAtGroup: rng.chance(0.3),
    shares: rng.chance(0.35),
  };
}

/** Two or three groups of opinion, by seed: the share of people in each. */
export function groupSizes(seed: number): readonly number[] {
  return createRng('groups', seed).chance(0.5) ? [0.55, 0.45] : [0.42, 0.36, 0.22];
}

function groupAt(draw: number, sizes: readonly number[]): number {
  let reached = 0;
  const group = sizes.findIndex((size) => {
    reached += size;
    return draw < reached;
  });
  return group === -1 ? sizes.length - 1 : group;
}
