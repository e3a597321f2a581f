import { attackTable, gainsTooMuch } from '#test/scenario/release/attacks/attack-table.ts';
import type { Part } from '../part.ts';

/**
 * Consultations of 15 to 60 people, each attacked by a good statistician with one puppet less than the smallest group, in every way we
 * could think of: how often a person's view is read right, beside guessing from one state of the result.
 */
export const differencing: Part = async ({ of, figure, wrong }) => {
  const seeds = Array.from({ length: of(200, 4) }, (_, i) => i + 1);
  figure('consultations a strategy', seeds.length);
  figure(
    'strategy',
    'smallest group: attacks, guessed from what is shown, from the state, by the attack, gain',
  );
  for (const row of attackTable(seeds)) {
    const { strategy, minGroup, attacks, gain, within } = row;
    const shares = [row.shown, row.state, row.attack].map((share) => `${share.toFixed(1)} %`);
    const gained = `${gain.toFixed(1)} ± ${within.toFixed(1)} points`;
    figure(strategy, [`${minGroup}: ${attacks}`, ...shares, gained].join(', '));
    if (gainsTooMuch(row)) wrong(`${strategy} (${minGroup}) reads views: ${gained} better than guessing`);
  }
};
