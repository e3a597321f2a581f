import { bounds } from '../consultation.ts';
import { type Part, unchanged } from './part.ts';
import { type ConsultationSettings, wrong } from './settings.ts';

/** How many people are expected. It may change while people answer: what each is given to examine follows. */
export function expectedOf({ expected }: ConsultationSettings): Part {
  if (expected === undefined) return unchanged;
  const most = bounds.expected;
  const isWrong = expected !== null && !(Number.isInteger(expected) && expected >= 1 && expected <= most);
  return {
    changed: expected === null || isWrong ? {} : { expected },
    drop: ['expected'],
    problems: isWrong ? [wrong('expected', 'wrong-expected', [], { most })] : [],
  };
}
