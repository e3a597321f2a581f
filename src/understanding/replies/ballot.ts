import { findStance } from '../matching/find-stance.ts';
import { named } from '../matching/found.ts';
import type { Option, Reading } from '../reading.ts';
import type { Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { besideDontKnow } from './dont-know.ts';
import { readHorizon } from './horizon.ts';
import { keeps } from './kept.ts';
import { without } from './without.ts';

/** A stance, and in the same sentence perhaps a horizon and "I keep it". Without a stance it is asked again. */
export function readBallot(
  tokens: readonly Token[],
  labels: Vocabulary,
  horizons: readonly Option[],
  year: number | undefined,
): Reading {
  const keeping = without(tokens, keeps);
  const when = readHorizon(keeping.rest, horizons, year);
  const beside = besideDontKnow(when.rest);
  const stance = findStance(beside ?? when.rest, labels);
  const kept = keeping.found.includes(true);
  const horizon = when.horizon.outcome === 'one' ? when.horizon.value : undefined;
  const dates = named(when.horizon);
  const isTorn =
    (kept && keeping.found.includes(false)) || (beside !== undefined && stance.outcome !== 'none');
  if (isTorn || stance.outcome === 'several') return unclear('ambiguous', named(stance).map(String));
  if (stance.outcome === 'none' && beside === undefined) {
    return unclear('not-a-stance', units(when.rest).length === 0 ? dates : []);
  }
  if (dates.length > 1) return unclear('ambiguous', dates);
  if (horizon !== undefined && !horizons.some(({ id }) => id === horizon)) return unclear('invalid', []);
  if (stance.outcome === 'none' && !kept && horizon === undefined) return { kind: 'dont-know' };
  const said = stance.outcome === 'one' ? stance.value : 'dont-know';
  return { kind: 'ballot', stance: said, ...(horizon && { horizon }), kept };
}

function unclear(reason: 'ambiguous' | 'not-a-stance' | 'invalid', understood: readonly string[]): Reading {
  return { kind: 'unclear', reason, ...(understood.length > 0 && { understood }) };
}
