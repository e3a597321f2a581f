import { Stance } from '#domain/participant/ballot.ts';
import { type Found, found, none } from '../matching/found.ts';
import { combine, type Degree, degrees } from '../words/degree.ts';
import { hedges } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import { isSilent, type Token } from '../words/tokens.ts';

/**
 * A stance in words of opinion that the labels need not use: "plutôt pour", "peu favorable", "pas du tout souhaitable",
 * "ni pour ni contre". One step for the bare word or a mild one, two for a strong one; a welcome that is denied or small
 * is one step down, denied in full two. A denied refusal ("pas contre") says too little. Nothing else may be said.
 */
export function readOpinion(tokens: readonly Token[]): Found<Stance> {
  const said: Opinion[] = [];
  let degree: Degree = {};
  for (let at = 0; at < tokens.length; ) {
    const opinion = opinions(tokens, at);
    const modifier = degrees(tokens, at);
    if (opinion !== undefined) said.push({ side: opinion.meaning, degree });
    degree = opinion === undefined ? combine(degree, modifier?.meaning ?? {}) : {};
    const passed = hedges(tokens, at)?.length ?? (tokens.slice(at, at + 1).some(isSilent) ? 1 : 0);
    const length = opinion?.length ?? Math.max(modifier?.length ?? 0, passed);
    if (length === 0) return none;
    at += length;
  }
  const steps = closed(said, degree).map(stepOf);
  if (steps.includes('neither'))
    return said.length === 2 && steps.every((step) => step === 'neither') ? found([zero]) : none;
  const stances = steps.flatMap((step) => Stance.safeParse(step).data ?? []);
  return stances.length === steps.length ? found(stances.sort((a, b) => a - b)) : none;
}

interface Opinion {
  readonly side: 1 | -1;
  readonly degree: Degree;
}

/** A degree left at the end strengthens the last opinion ("pas souhaitable du tout"); any other makes it unclear. */
function closed(said: readonly Opinion[], left: Degree): readonly Opinion[] {
  const last = said.at(-1);
  if (last === undefined || Object.keys(left).length === 0) return said;
  if (left.strength !== 'full' || left.denied !== undefined) return [];
  return [...said.slice(0, -1), { ...last, degree: combine(last.degree, left) }];
}

const zero: Stance = 0;

function stepOf({ side, degree: { denied, low, strength } }: Opinion): number | 'neither' | undefined {
  if (denied === 'neither') return 'neither';
  const isStrong = strength === 'strong' || strength === 'full';
  if (denied === undefined && !low) return isStrong ? 2 * side : side;
  if (side === -1) return undefined;
  return denied === 'not' && strength === 'full' ? -2 : -1;
}

const opinions = lexicon<1 | -1>([
  [
    1,
    `
    pour, favorable, favorables, souhaitable, désirable, positif, positive, bonne idée, bonne chose, for, in
    favour, in favor, favourable, desirable, supportive, good idea, good thing`,
  ],
  [
    -1,
    `
    contre, défavorable, défavorables, indésirable, négatif, négative, mauvaise idée, mauvaise chose, opposé,
    opposée, against, against it, opposed, unfavourable, unfavorable, undesirable, negative, bad idea, bad thing`,
  ],
]);
