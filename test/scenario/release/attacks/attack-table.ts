import type { Attempt } from './attempt.ts';
import { drawCrowd } from './crowd.ts';
import { filters } from './filters.ts';
import { erased, reopened } from './snapshots.ts';
import {
  edge,
  lastDifference,
  loneLast,
  loneNewcomer,
  newcomer,
  type Strategy,
  search,
} from './strategies.ts';
import { waysOfSeeing } from './ways-of-seeing.ts';

/** How often one strategy is right, in points of a hundred, over so many consultations. */
export interface AttackRow {
  readonly strategy: string;
  readonly minGroup: number;
  readonly attacks: number;
  /** By what one state shows most of. */
  readonly shown: number;
  /** By who knows what the puppets said besides, from one state. */
  readonly state: number;
  readonly attack: number;
  /** `attack` less `state`, and the half of its 95 % interval: consultations differ, guesses within one go together. */
  readonly gain: number;
  readonly within: number;
  /** What no rule of this kind stops, and SECURITY.md tells of: measured all the same. */
  readonly isTold: boolean;
}

/** An owner lets people answer again so that they count: two final results then differ by as few people as any figure is of. */
const told: readonly string[] = [
  'two final results, reopened for one',
  'two final results, reopened for as few as will do',
];

/** What is tried, with the smallest group that it is tried on. */
const tried: readonly (readonly [name: string, strategy: (minGroup: number) => Strategy])[] = [
  ['a newcomer between two states', () => newcomer],
  ['a newcomer whom nobody came beside', () => loneNewcomer],
  ['a share pushed to the edge of a tenth', () => edge],
  ['the count searched for from state to state', () => search],
  ['the final result less the last provisional', () => lastDifference],
  ['the same, one person between them', () => loneLast],
  ['two final results, reopened for one', () => reopened(0)],
  ['two final results, reopened for as few as will do', (minGroup) => reopened(2 * minGroup)],
  ['two final results, one person and puppets erased', () => erased(0)],
  ['two final results, as few as will do erased', (minGroup) => erased(2 * minGroup)],
  ['final rows by role, the victim in the rarest', () => filters('roles')],
  ['final rows by kind of place', () => filters('territories')],
  ['ways of seeing, with puppets like the victim', () => waysOfSeeing],
];

/** Every strategy with 5 and 11 as the smallest group, on consultations drawn with these seeds. */
export function* attackTable(seeds: readonly number[]): Iterable<AttackRow> {
  for (const [name, strategy] of tried)
    for (const minGroup of [5, 11]) {
      const attacks = seeds.map((seed) => strategy(minGroup)(drawCrowd(seed, minGroup)));
      yield rowOf(name, minGroup, attacks);
    }
}

/** Whether more than five points are gained, beyond chance. */
export const gainsTooMuch = ({ gain, within, isTold }: AttackRow): boolean => !isTold && gain - within > 5;

function rowOf(strategy: string, minGroup: number, all: readonly (readonly Attempt[])[]): AttackRow {
  const attacks = all.flat();
  const n = Math.max(1, attacks.length);
  const right = (by: 'fromState' | 'fromOne' | 'byAttack', of: readonly Attempt[] = attacks) =>
    of.filter((one) => one[by] === one.truth).length;
  const gain = (right('byAttack') - right('fromOne')) / n;
  const variance = all.reduce(
    (sum, of) => sum + (right('byAttack', of) - right('fromOne', of) - gain * of.length) ** 2,
    0,
  );
  return {
    strategy,
    minGroup,
    attacks: attacks.length,
    shown: (100 * right('fromState')) / n,
    state: (100 * right('fromOne')) / n,
    attack: (100 * right('byAttack')) / n,
    gain: 100 * gain,
    within: (196 * Math.sqrt(variance)) / n,
    isTold: told.includes(strategy),
  };
}
