import type { Opinion, OpinionSpread } from '#domain/results/group-scenario.ts';
import { quotedTrajectory } from './titles.ts';
import type { Wording } from './wording.ts';

/** That opinion is spread out, and between what: what most tells the people at each end, where something does. */
export function spreadSentence(spread: OpinionSpread, placed: number, wording: Wording): string {
  const [low, high] = endsOf(spread, wording);
  return low === undefined || high === undefined
    ? wording.say('card.opinion.spread-plain', { placed })
    : wording.say('card.opinion.spread', { placed, low, high });
}

/** Who stands at each end, by what they wish for, or else refuse, more than the others. */
export function endsOf({ low, high }: OpinionSpread, wording: Wording): readonly (string | undefined)[] {
  return [low, high].map((typical) => {
    const one = typical.find(({ side }) => side === 'for') ?? typical[0];
    if (one === undefined) return undefined;
    return wording.say(`card.opinion.end-${one.side}`, { title: quotedTrajectory(wording, one.trajectory) });
  });
}

/** That some said the same of everything, where they are enough to be told. */
export const setAsideSentences = ({ setAside }: Opinion, { say }: Wording): readonly string[] =>
  setAside === undefined ? [] : [say('card.opinion.set-aside', { n: setAside })];
