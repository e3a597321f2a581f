import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { candidates } from './candidates.ts';
import type { BriefingFacts } from './facts.ts';
import type { DebateQuestion } from './question.ts';

type Kind = DebateQuestion['kind'];

const most = 10;
const mostOfDomain = 3;
const mostOfKind = 3;

/** In which order kinds take their turn: what divides first. */
const turns: readonly Kind[] = [
  'contested',
  'group-refuses',
  'tension',
  'little-kept',
  'late',
  'contested',
  'unknown',
  'synergy',
  'spread',
  'benefits',
  'unexamined',
  'set-aside',
  'group-refuses',
  'tension',
  'contested',
  'little-kept',
  'unknown',
  'spread',
  'late',
  'synergy',
  'benefits',
  'group-refuses',
  'tension',
  'unexamined',
  'set-aside',
  'unknown',
  'spread',
];

/**
 * Ten questions of several kinds, about several domains, no trajectory twice. Where few domains or kinds are left, more of the same
 * make up the ten that facilitators are told of; fewer only when there is nothing more to ask about.
 */
export function questionsFor(
  facts: BriefingFacts,
  vision: VisionView,
  catalogue: Pick<Catalogue, 'domains'>,
): readonly DebateQuestion[] {
  const waiting = candidates(facts, vision, catalogue);
  const chosen: DebateQuestion[] = [];
  const choose = (one: DebateQuestion | undefined) => {
    if (one !== undefined && chosen.length < most) chosen.push(one);
  };
  for (const kind of turns)
    choose(waiting.find((one) => one.kind === kind && isSpread(one, chosen) && isNew(one, chosen)));
  for (const isFit of [isSpread, isNew])
    for (const one of waiting) if (isFit(one, chosen) && isNew(one, chosen)) choose(one);
  return chosen;
}

const isNew = (one: DebateQuestion, chosen: readonly DebateQuestion[]): boolean =>
  !chosen.some((other) => subjectOf(other) === subjectOf(one));

/** Not too many of its domain or of its kind are chosen already. */
function isSpread(one: DebateQuestion, chosen: readonly DebateQuestion[]): boolean {
  const alike = (key: 'domain' | 'kind') => chosen.filter((other) => other[key] === one[key]).length;
  return alike('domain') < mostOfDomain && alike('kind') < mostOfKind;
}

/** What it is about: a trajectory, or directions. */
const subjectOf = (one: DebateQuestion): string =>
  'trajectory' in one ? one.trajectory : one.kind === 'tension' ? one.favourite : `${one.from} ${one.to}`;
