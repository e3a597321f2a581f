import { named } from '../found.ts';
import { findStance } from '../matching/find-stance.ts';
import type { Option, Reading } from '../reading.ts';
import { lexicon, without } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { readHorizon } from './horizon.ts';
import { besideDontKnow } from './no-answer.ts';

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

/** Finds "je la retiens" (true) and "je ne la retiens pas" (false). */
const keeps = lexicon<boolean>([
  [
    true,
    `
    je la retiens, je le retiens, je retiens, la retenir, le retenir, à retenir, retenue, on la retient, je la
    garde, je le garde, je garde, la garder, le garder, à garder, gardée, on la garde, on garde, je la conserve,
    je conserve, la conserver, à conserver, j’aimerais la garder, je veux la garder, i keep it, i ll keep it, i
    will keep it, i d keep it, i would keep it, keep it, keep this, keep this one, i keep this, i keep this one,
    i m keeping it, i am keeping it, keeping it, worth keeping, kept, to keep`,
  ],
  [
    false,
    `
    je ne la retiens pas, je ne le retiens pas, je ne retiens pas, je la retiens pas, je retiens pas, sans la
    retenir, pas à retenir, ne pas la retenir, pas retenue, non retenue, on ne la retient pas, je ne la garde
    pas, je ne le garde pas, je ne garde pas, je la garde pas, je garde pas, sans la garder, pas à garder, ne
    pas la garder, pas gardée, on ne la garde pas, on garde pas, je ne veux pas la garder, i don’t keep it, i do
    not keep it, i won’t keep it, i wouldn’t keep it, don’t keep it, not keeping it, i m not keeping it, i am
    not keeping it, without keeping it, not worth keeping, not kept, i would not keep it`,
  ],
]);
