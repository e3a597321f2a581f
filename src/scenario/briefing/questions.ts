import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { candidates } from './candidates.ts';
import type { BriefingFacts } from './facts.ts';
import type { DebateQuestion } from './question.ts';

type Kind = DebateQuestion['kind'];

const most = 10;
const mostOfDomain = 3;

/** In which order kinds take their turn: what divides first, each kind three times at most. */
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

/** Questions of several kinds, about several domains, no trajectory twice; fewer than ten when the facts give fewer. */
export function questionsFor(
  facts: BriefingFacts,
  vision: VisionView,
  catalogue: Pick<Catalogue, 'domains'>,
): readonly DebateQuestion[] {
  const waiting = candidates(facts, vision, catalogue);
  const chosen: DebateQuestion[] = [];
  for (const kind of turns) {
    if (chosen.length === most) break;
    const next = waiting.find((one) => one.kind === kind && isNew(one, chosen));
    if (next !== undefined) chosen.push(next);
  }
  return chosen;
}

function isNew(one: DebateQuestion, chosen: readonly DebateQuestion[]): boolean {
  const inDomain = chosen.filter(({ domain }) => domain === one.domain).length;
  return inDomain < mostOfDomain && !chosen.some((other) => subjectOf(other) === subjectOf(one));
}

/** What it is about: a trajectory, or directions. */
const subjectOf = (one: DebateQuestion): string =>
  'trajectory' in one ? one.trajectory : one.kind === 'tension' ? one.favourite : `${one.from} ${one.to}`;
