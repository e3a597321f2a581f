import { type Found, found, none } from '../found.ts';
import { isTurned } from '../words/degree.ts';
import { denies } from '../words/doubts.ts';
import { saidIn } from '../words/said.ts';
import type { Token } from '../words/tokens.ts';
import type { Unit } from '../words/units.ts';
import { meaningful, type Vocabulary } from '../words/vocabulary.ts';

/**
 * Whether what a reply names is a guess: a word that is only the short beginning of one of a title, a beginning or a number among
 * words that no title has ("je cherche" for "chercheur", "2 ans" for "deux jours").
 */
export function isGuessed(tokens: readonly Token[], known: Vocabulary): boolean {
  const reply = weigh(tokens, known);
  const isElse = reply.some(({ unit, fits }) => fits.size === 0 && unit.head !== '');
  return reply.some(({ unit, fits }) => {
    const beginning = known.beginning(unit);
    return (
      beginning === 'short' || (isElse && fits.size > 0 && (beginning === 'long' || unit.value !== undefined))
    );
  });
}

/**
 * Whether a title says little or nothing of what a reply says in full: "je me déplace en fauteuil" is no "je me déplace peu". What
 * is said for the title as a whole is as good as it.
 */
export function lacksDegree(tokens: readonly Token[], title: number, known: Vocabulary): boolean {
  const isSaid = tokens.some(({ text }) => saidIn(text)?.options.includes(title));
  const units = known.titles[title] ?? [];
  const isTurnedTitle = units.length > 1 && units.some(({ degree }) => isTurned(degree));
  const reply = weigh(tokens, known);
  const isElse = reply.some(({ unit, fits }) => fits.size === 0 && unit.head !== '');
  // A place in the list names the title whole.
  const isWorded = reply.some(({ fits }) => fits.has(title));
  return isWorded && isTurnedTitle && isElse && !isSaid && !reply.some(({ unit }) => isTurned(unit.degree));
}

/** Whether a reply denies something that a title says. */
export const deniesTitle = (tokens: readonly Token[], known: Vocabulary): boolean =>
  denies(tokens, known.words) && weigh(known.mark(tokens), known).some(({ fits }) => fits.size > 0);

/** Whether a reply has a word that no title has. */
export const saysMore = (tokens: readonly Token[], known: Vocabulary): boolean =>
  weigh(tokens, known).some(({ unit, fits }) => fits.size === 0 && unit.head !== '');

/**
 * The titles (by index) that a reply names, by their full words or by a distinctive part. Nothing when it denies what
 * it names ("pas la voiture") or speaks of something else.
 */
export function matchTitles(tokens: readonly Token[], known: Vocabulary): Found<number> {
  return match(weigh(tokens, known), known);
}

/**
 * The same for the labels of a scale, where an unknown word ("fichtrement favorable", "tous les jours") may change
 * what a known one says: then nothing is found.
 */
export function matchPoints(tokens: readonly Token[], known: Vocabulary): Found<number> {
  const reply = weigh(tokens, known);
  const isSaid = reply.some(({ unit, fits }) => fits.size === 0 && unit.head !== '');
  return isSaid ? none : match(reply, known);
}

interface Weighed {
  readonly unit: Unit;
  /** By title, for the titles that have its word. */
  readonly fits: ReadonlyMap<number, number>;
}

function weigh(tokens: readonly Token[], known: Vocabulary): readonly Weighed[] {
  const reply = meaningful(known.correct(tokens));
  return reply.map((unit) => ({
    unit,
    fits: unit.head === '' && reply.length > 1 ? new Map() : known.fits(unit),
  }));
}

function match(reply: readonly Weighed[], { titles }: Vocabulary): Found<number> {
  const said = reply.filter(({ fits }) => fits.size > 0);
  const unsaid = reply.filter(({ fits }) => fits.size === 0);
  if (said.length === 0 || unsaid.some(({ unit }) => refuses(unit))) return none;
  // As many words that no title knows as those known ("je déteste le bus") may turn what they say: it is asked.
  if (unsaid.length > 0 && unsaid.length >= said.length) return none;
  const grades = titles.map((_, title) => Math.min(...said.map(({ fits }) => fits.get(title) ?? 0)));
  const top = Math.max(...grades);
  if (top === 0) return found(apart(said));
  const best = titles.flatMap((_, title) => (grades[title] === top ? title : []));
  const whole = best.filter((title) =>
    titles[title]?.every(({ stem }) => said.some(({ unit }) => unit.stem === stem)),
  );
  return found(whole.length === 1 ? whole : best);
}

/** Each title that a word of the reply means, where no title has them all; not one of which a word is denied. */
function apart(said: readonly Weighed[]): readonly number[] {
  const denied = new Set(
    said.flatMap(({ unit, fits }) =>
      isTurned(unit.degree) ? [...fits].flatMap(([title, fit]) => (fit === 0 ? title : [])) : [],
    ),
  );
  return said.flatMap(({ fits }) =>
    [...fits].flatMap(([title, fit]) => (fit > 0 && !denied.has(title) ? title : [])),
  );
}

/** A word that no title knows and that turns the reply round. */
function refuses({ head, degree }: Unit): boolean {
  return isTurned(degree) || refusals.has(head);
}

const refusals = new Set(
  'jamais sauf excepte hormis rarement plus avant autrefois never except instead rarely before used'.split(
    ' ',
  ),
);

/**
 * All the titles that a reply names without any word between them ("vélo bus"): a word of several titles ("ville") must
 * stand with one that is of one title only ("petite ville").
 */
export function matchApart(tokens: readonly Token[], known: Vocabulary): readonly number[] {
  const reply = weigh(tokens, known);
  const sure = new Set(reply.flatMap(({ fits }) => (fits.size === 1 ? [...fits.keys()] : [])));
  const isClear = reply.every(({ fits }) => [...fits].some(([title, how]) => how > 0 && sure.has(title)));
  return isClear ? [...sure] : [];
}
