import { Stance } from '#domain/participant/ballot.ts';
import { type Found, found, none } from '../found.ts';
import { combine, type Degree, degrees } from '../words/degree.ts';
import { passable } from '../words/hedges.ts';
import { type Lexicon, lexicon } from '../words/lexicon.ts';
import { isSilent, type Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/**
 * A stance in words of opinion that the labels need not use: "plutôt pour", "peu favorable", "pas du tout souhaitable",
 * "ni pour ni contre". One step for the bare word or a mild one, two for a strong one; a welcome that is denied or small
 * is one step down, denied in full two. A denied refusal ("pas contre") says too little: it names the middle and one step up.
 * "Pas du tout" alone is two steps down. What the catalogue says for a stance is an opinion too. Nothing else may be said.
 */
export function findOpinion(tokens: readonly Token[], labels: Vocabulary, start: Degree = {}): Found<Stance> {
  const said: Opinion[] = [];
  /** Degrees that wait for the word they are of: "plutôt et très souhaitable". */
  let waiting: readonly Degree[] = [];
  let degree = start;
  /** Where the last opinion ends: spoken French denies right after it ("j'aime pas"). */
  let end = -1;
  let follows = false;
  for (let at = 0; at < tokens.length; ) {
    const step = stepAt(tokens, at, labels, degree);
    const isCut = Object.keys(degree).length > 0 && isSilentAt(tokens, at);
    if (step === undefined || isCut || (said.length > 0 && isTakenBack(tokens, at))) return none;
    if (step.opinion !== undefined) {
      const { opinion } = step;
      said.push(...waiting.map((other) => ({ ...opinion, degree: other })), opinion);
      waiting = [];
      end = at + step.length;
    } else if (at === end) follows = true;
    if (step.isJoint && Object.keys(degree).length > 0) waiting = [...waiting, degree];
    degree = step.degree;
    at += step.length;
  }
  if (said.length === 0 && isRefusal(degree) && waiting.length === 0) return found<Stance>([-2]);
  return together(closed(said, degree, follows));
}

/** Whether a word of opinion stands anywhere in a text. */
export const hasOpinion = (tokens: readonly Token[], labels: Vocabulary): boolean =>
  tokens.some((_, at) => (opinions(tokens, at) ?? labels.said(tokens, at)) !== undefined);

interface Opinion {
  readonly side: 1 | -1;
  /** How strong the bare word is. */
  readonly own: Degree;
  readonly degree: Degree;
  /** Set where the catalogue says that it may mean these. */
  readonly among?: readonly Stance[];
}

interface Step {
  readonly opinion?: Opinion;
  readonly degree: Degree;
  readonly isJoint: boolean;
  readonly length: number;
}

function stepAt(tokens: readonly Token[], at: number, labels: Vocabulary, degree: Degree): Step | undefined {
  const modifier = degreeAt(tokens, at);
  const opinion = opinionAt(tokens, at, labels);
  if (opinion !== undefined && opinion.length >= (modifier?.length ?? 0)) {
    return { opinion: { ...opinion.meaning, degree }, degree: {}, isJoint: false, length: opinion.length };
  }
  if (modifier !== undefined)
    return { degree: combine(degree, modifier.meaning), isJoint: false, length: modifier.length };
  const isJoint = joints.has(tokens[at]?.text ?? '');
  const length = isJoint ? 1 : passable(tokens, at);
  return length === 0 ? undefined : { degree: isJoint ? {} : degree, isJoint, length };
}

/** "Indésirable, euh non, souhaitable": a "non" after an opinion takes it back more often than it denies the next. */
const isTakenBack = (tokens: readonly Token[], at: number): boolean => tokens[at]?.text === 'non';

const joints = new Set('et ou and or entre between'.split(' '));

/** A degree; "non" right before what it denies is one too. */
function degreeAt(tokens: readonly Token[], at: number): ReturnType<Lexicon<Degree>> {
  const next = tokens[at + 1];
  if (tokens[at]?.text === 'non' && next !== undefined && !isSilent(next)) return denied;
  return degrees(tokens, at);
}

const denied = { meaning: { denied: 'not' }, length: 1 } as const;

type Word = Omit<Opinion, 'degree'>;

/** The longest opinion that begins here: one of the language, or what the catalogue says for a stance. */
function opinionAt(tokens: readonly Token[], at: number, labels: Vocabulary) {
  const plain = opinions(tokens, at);
  const said = labels.said(tokens, at);
  if (said === undefined || (plain?.length ?? 0) > said.length)
    return plain && { meaning: wordOf(plain.meaning, {}), length: plain.length };
  const among = said.meaning.options.flatMap((option) => Stance.safeParse(option - 2).data ?? []);
  const [only] = among;
  if (only === undefined || only === 0 || !said.meaning.sure)
    return { meaning: { side: 1, own: {}, among } as Word, length: said.length };
  const own: Degree = Math.abs(only) === 2 ? { strength: 'strong' } : {};
  return { meaning: wordOf(only > 0 ? 1 : -1, own), length: said.length };
}

const wordOf = (side: 1 | -1, own: Degree): Word => ({ side, own });

/** What several opinions say together: "ni pour ni contre" is the middle; else each for itself. */
function together(said: readonly Opinion[]): Found<Stance> {
  if (said.some(({ degree }) => degree.denied === 'neither')) {
    const isMiddle = said.length === 2 && said.every(({ degree }) => degree.denied === 'neither');
    return isMiddle ? found<Stance>([0]) : none;
  }
  return found(said.flatMap(stancesOf).sort((a, b) => a - b));
}

/** A degree left at the end strengthens the last opinion ("pas souhaitable du tout"); any other makes it unclear. */
function closed(said: readonly Opinion[], left: Degree, follows: boolean): readonly Opinion[] {
  const last = said.at(-1);
  if (last === undefined || Object.keys(left).length === 0) return said;
  const strengthens = (left.strength === 'strong' || left.strength === 'full') && left.denied === undefined;
  if (strengthens || (follows && left.denied !== 'neither'))
    return [...said.slice(0, -1), { ...last, degree: combine(last.degree, left) }];
  return [];
}

const isSilentAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && isSilent(token);
};

const isRefusal = ({ denied, strength }: Degree): boolean => denied === 'not' && strength === 'full';

function stancesOf({ side, own, degree, among }: Opinion): readonly Stance[] {
  const { denied, low, strength } = degree;
  const isTurned = denied !== undefined || low === true;
  if (among !== undefined) return isTurned ? [] : among;
  const isStrong = [own.strength, strength].some((it) => it === 'strong' || it === 'full');
  if (!isTurned) return [up(side, isStrong)];
  // "Pas contre" is not for, and "pas indispensable" is not against.
  if (side === -1) return [0, 1];
  if (own.strength === 'strong') return strength === 'full' ? [-2, -1] : [-1, 0];
  return [denied === 'not' && strength === 'full' ? -2 : -1];
}

function up(side: 1 | -1, isStrong: boolean): Stance {
  if (side === 1) return isStrong ? 2 : 1;
  return isStrong ? -2 : -1;
}

const opinions = lexicon<1 | -1>([
  [
    1,
    `
    pour, favorable, favorables, souhaitable, souhaitables, désirable, positif, positive, bonne idée, bonne chose, for, in
    favour, in favor, favourable, desirable, supportive, good idea, good thing, for it, all for it`,
  ],
  [
    -1,
    `
    contre, défavorable, défavorables, indésirable, indésirables, négatif, négative, mauvaise idée, mauvaise chose, opposé,
    opposée, against, against it, opposed, unfavourable, unfavorable, undesirable, negative, bad idea, bad thing`,
  ],
]);
