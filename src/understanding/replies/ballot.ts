import type { Horizon, Stance } from '#domain/participant/ballot.ts';
import { named } from '../found.ts';
import { findStance, isOpinionated } from '../matching/find-stance.ts';
import { isSeveral } from '../matching/total.ts';
import type { Beside, Expected, Reading } from '../reading.ts';
import { asks, hesitates } from '../words/doubts.ts';
import { without } from '../words/lexicon.ts';
import { unsureIn } from '../words/said.ts';
import type { Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { readHorizon } from './horizon.ts';
import { keeps } from './keeps.ts';
import { besideDontKnow } from './no-answer.ts';
import { remarkIn } from './remark.ts';

/** A reply as it was typed, and its tokens. */
interface Written {
  readonly tokens: readonly Token[];
  readonly text: string;
}

type Asked = Extract<Expected, { kind: 'ballot' }>;

/**
 * A stance, and in the same sentence perhaps a horizon and "I keep it". Without a clear stance it is asked again, and
 * what else was clear goes beside it. An opinion may be followed by a sentence of one's own, which is no part of it.
 */
export function readBallot(written: Written, labels: Vocabulary, asked: Asked): Reading {
  const whole = readWhole(written.tokens, labels, asked);
  if (whole.kind !== 'unclear') return whole;
  const remark = remarkIn(written);
  const isElse = whole.reason === 'not-a-stance' && whole.beside === undefined;
  if (remark === undefined || !isElse) return whole;
  const first = readWhole(remark.before, labels, asked);
  const speaksOn = isOpinionated(remark.after, labels) || hesitates(remark.after, labels.words);
  if (first.kind === 'ballot' && !speaksOn) return { ...first, remark: remark.text };
  return { ...whole, beside: { remark: remark.whole } };
}

/** The same with the condition that was made: a ballot has it, and what is asked again takes it along. */
export function withCondition(reading: Reading, condition: string): Reading {
  switch (reading.kind) {
    case 'ballot':
      return { ...reading, condition };
    case 'unclear':
      return {
        ...reading,
        reason: reading.reason === 'empty' ? 'not-a-stance' : reading.reason,
        beside: { ...reading.beside, condition },
      };
    default:
      return reading;
  }
}

function readWhole(tokens: readonly Token[], labels: Vocabulary, { horizons, year }: Asked): Reading {
  if (isSeveral(tokens)) return unclear('not-a-stance', [], {});
  const keeping = without(tokens, keeps);
  const when = readHorizon(keeping.rest, horizons, year, labels.said);
  const certain = besideDontKnow(when.rest);
  const stance = findStance(certain ?? when.rest, labels);
  const kept = keeping.found.includes(true);
  const dates = named(when.horizon);
  const horizon = when.horizon.outcome === 'one' && !when.isPast ? when.horizon.value : undefined;
  const beside = { ...(horizon && { horizon }), ...(kept && { kept: true as const }) };
  const isTorn =
    (kept && keeping.found.includes(false)) || (certain !== undefined && stance.outcome !== 'none');
  if (isTorn || stance.outcome === 'several') return unclear('ambiguous', named(stance).map(String), beside);
  if (stance.outcome === 'none' && certain === undefined) {
    const isBare = units(when.rest).length === 0 && !when.isPast;
    // A moment among other words may be denied by them: it is left.
    return unclear('not-a-stance', isBare ? dates : [], isBare ? beside : kept ? { kept } : {});
  }
  const said = stance.outcome === 'one' ? stance.value : 'dont-know';
  const isUnsure = when.isPast || asks(tokens) || unsureIn(labels.mark(tokens)).length > 0;
  if (isUnsure) return unclear('hedged', said === 'dont-know' ? [] : [`${said}`], beside);
  if (dates.length > 1)
    return unclear('ambiguous', dates, said === 'dont-know' ? beside : { ...beside, stance: said });
  if (horizon !== undefined && !horizons.some(({ id }) => id === horizon)) return unclear('invalid', [], {});
  if (stance.outcome === 'none' && !kept && horizon === undefined) return { kind: 'dont-know' };
  return ballot(said, horizon, kept);
}

function ballot(
  stance: Stance | 'dont-know',
  horizon: Horizon | 'dont-know' | undefined,
  kept: boolean,
): Reading {
  return { kind: 'ballot', stance, ...(horizon && { horizon }), kept };
}

type Reason = 'ambiguous' | 'not-a-stance' | 'invalid' | 'hedged';

function unclear(reason: Reason, understood: readonly string[], beside: Beside): Reading {
  return {
    kind: 'unclear',
    reason,
    ...(understood.length > 0 && { understood }),
    ...(Object.keys(beside).length > 0 && { beside }),
  };
}
