import type { Figures } from '#domain/results/group-scenario.ts';
import { type Grain, viewCount } from '../numbers.ts';
import { people, percent } from '../share.ts';
import type { Wording } from '../wording.ts';

/** A figure behind a sentence: what it is, and what it is said to be. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The figures of one trajectory, as whoever asks for them reads them. */
export function factsOf(figures: Figures, grain: Grain, wording: Wording): readonly Fact[] {
  const { say, text } = wording;
  const { n, examined, support, opposition, dontKnowRate, kept, horizon } = figures;
  const stance = (side: Figures['support']) => sideOf(side, n, grain, wording);
  const ofExamined = (share: number) =>
    grain === 'coarse'
      ? people({ share, n: examined }, grain, wording)
      : say('reading.fact.of', { count: Math.round(share * examined), n: examined });
  const all = {
    voices: grain === 'coarse' ? viewCount(n, grain, wording) : say('reading.people.number', { n }),
    favour: stance(support),
    against: stance(opposition),
    'dont-know': ofExamined(dontKnowRate),
    kept: ofExamined(kept),
    ...(horizon && { horizon: text.horizons[horizon.median] }),
  };
  return Object.entries(all).map(([key, value]) => ({ name: say(`results.${key}`), value }));
}

function sideOf({ share, low, high }: Figures['support'], n: number, grain: Grain, wording: Wording): string {
  if (grain === 'coarse') return people({ share, n }, grain, wording);
  return wording.say('reading.fact.share', {
    count: Math.round(share * n),
    share: percent(share),
    low: percent(low),
    high: percent(high),
  });
}
