import type { Shift } from '#domain/results/group-scenario.ts';
import { rounded } from './table.ts';

/** What a second round moved of a trajectory, as columns of the table of trajectories. */
export const secondRoundColumns = [
  ['first-n', 'whole'],
  ['first-support', 'share'],
  ['first-opposition', 'share'],
  ['looked-again', 'whole'],
  ['moved-for', 'whole'],
  ['moved-against', 'whole'],
  ['stance-kept', 'whole'],
  ['shift', 'number'],
  ['shift-low', 'number'],
  ['shift-high', 'number'],
] as const;

/** Empty where it is not told. */
export function secondRoundCells(shift: Shift, trajectory: string) {
  const row = shift.trajectories.find((one) => one.trajectory === trajectory);
  if (row === undefined) return {};
  const { n, before, towards, mean } = row;
  return {
    'first-n': before?.n,
    'first-support': before && rounded(before.support),
    'first-opposition': before && rounded(before.opposition),
    'looked-again': n,
    'moved-for': towards?.for,
    'moved-against': towards?.against,
    'stance-kept': towards?.same,
    shift: mean && rounded(mean.value),
    'shift-low': mean && rounded(mean.low),
    'shift-high': mean && rounded(mean.high),
  };
}
