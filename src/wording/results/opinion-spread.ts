import type { Opinion, OpinionSpread } from '#domain/results/group-scenario.ts';
import { tellingOf } from '#scenario/telling.ts';
import { peopleCount } from '../numbers.ts';
import { leading, quotedTrajectory } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** That opinion is spread out, and between what: what most tells the people at each end, where something does. */
export function spreadSentence(spread: OpinionSpread, placed: number, wording: Wording): string {
  const [low, high] = endsOf(spread, wording);
  const facts = { placed: peopleCount(placed, 'exact', wording) };
  return low === undefined || high === undefined
    ? wording.say('card.opinion.spread-plain', facts)
    : wording.say('card.opinion.spread', { ...facts, low, high });
}

/** Who stands at each end, by what they wish for, or else refuse, more than the others. */
export function endsOf({ low, high }: OpinionSpread, wording: Wording): readonly (string | undefined)[] {
  return [low, high].map((typical) => {
    const one = tellingOf(typical);
    return one && endNamed(one, wording);
  });
}

/** The people at one end, by the trajectory that tells them best. */
export const endNamed = (
  { trajectory, side }: { readonly trajectory: string; readonly side: 'for' | 'against' },
  wording: Wording,
): string => wording.say(`card.opinion.end-${side}`, { title: quotedTrajectory(wording, trajectory) });

/** That some said the same of everything, where they are enough to be told. */
export const setAsideSentences = ({ setAside }: Opinion, wording: Wording): readonly string[] =>
  setAside === undefined
    ? []
    : [
        leading(
          wording.say('card.opinion.set-aside', { people: peopleCount(setAside, 'exact', wording) }),
          wording,
        ),
      ];
