import type { Figures } from '#domain/results/group-scenario.ts';
import type { Grain } from '../numbers.ts';
import { shareInShort } from '../share.ts';
import type { Wording } from '../wording.ts';

/** A stance bar as data: shares 0..1 of those who gave a stance, and what is written at its ends and under its middle. */
export interface StanceEnds {
  readonly against: number;
  readonly favour: number;
  readonly ends: { readonly against: string; readonly neither: string; readonly favour: string };
}

/** For and against one trajectory: counts at the ends, or in tenths while people still answer. */
export function stanceEnds({ n, support, opposition }: Figures, grain: Grain, wording: Wording): StanceEnds {
  const { say } = wording;
  const bar = { against: opposition.share, favour: support.share };
  if (grain === 'coarse') {
    const end = (side: 'against' | 'favour') =>
      say(`reading.bar.${side}-coarse`, { share: shareInShort(bar[side], grain, wording) });
    return { ...bar, ends: { against: end('against'), neither: '', favour: end('favour') } };
  }
  const [against, favour] = [Math.round(bar.against * n), Math.round(bar.favour * n)];
  return {
    ...bar,
    ends: {
      against: say('reading.bar.against', { n: against }),
      neither: say('reading.bar.neither', { n: n - against - favour }),
      favour: say('reading.bar.favour', { n: favour }),
    },
  };
}
