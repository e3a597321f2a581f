import type { Figures } from '#domain/results/group-scenario.ts';
import type { Grain } from '../numbers.ts';
import type { Wording } from '../wording.ts';

/** A stance bar as data: shares 0..1 of those who gave a stance, and what is written at its ends and under its middle. */
export interface StanceEnds {
  readonly against: number;
  readonly favour: number;
  readonly ends: { readonly against: string; readonly neither: string; readonly favour: string };
}

/** For and against one trajectory: counts at the ends, or in tenths while people still answer. */
export function stanceEnds({ n, support, opposition }: Figures, grain: Grain, { say }: Wording): StanceEnds {
  const bar = { against: opposition.share, favour: support.share };
  if (grain === 'coarse') {
    const end = (side: 'against' | 'favour') =>
      say(`reading.bar.${side}-coarse`, { tenths: Math.min(9, Math.max(1, Math.round(bar[side] * 10))) });
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
