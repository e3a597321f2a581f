import type { DomainId } from '#domain/catalogue/domains.ts';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import type { KnownTrajectory } from '#domain/results/group-scenario.ts';
import { isToConfirm } from '#scenario/telling.ts';
import type { Grain } from '../numbers.ts';
import { among, people, peopleOf } from '../share.ts';
import { trajectoryTitle } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { type Fact, factsOf } from './facts.ts';
import { type StanceEnds, stanceEnds } from './stance-ends.ts';

/** What may be told of one trajectory, in one line: its share of people with its denominator. */
export type Telling = 'together' | 'divides' | 'set-aside' | 'unknown';

/** One trajectory in a part of the reading. */
export interface ReadingLine {
  readonly trajectory: string;
  readonly domain: DomainId;
  readonly title: string;
  /** A whole sentence: "Souhaitable pour les 24 personnes qui ont donné un avis." */
  readonly said: string;
  /** On few views: "À confirmer". */
  readonly toConfirm?: string;
  readonly bar: StanceEnds;
  readonly facts: readonly Fact[];
}

export function readingLine(
  one: KnownTrajectory,
  telling: Telling,
  grain: Grain,
  wording: Wording,
): ReadingLine {
  return {
    trajectory: one.trajectory,
    domain: domainOfTrajectory(one.trajectory, wording),
    title: trajectoryTitle(wording, one.trajectory),
    said: saidOf(one, telling, grain, wording),
    ...(decides.has(telling) && isToConfirm(one) && { toConfirm: wording.say('reading.to-confirm') }),
    bar: stanceEnds(one.figures, grain, wording),
    facts: factsOf(one.figures, grain, wording),
  };
}

/** What is told of a trajectory where it was decided, for or against. */
const decides: ReadonlySet<Telling> = new Set(['together', 'set-aside']);

/** The sentence of a line: never of all, where some gave no view. */
export function saidOf(
  { figures: { n, examined, support, opposition, dontKnowRate } }: KnownTrajectory,
  telling: Telling,
  grain: Grain,
  wording: Wording,
): string {
  const { say } = wording;
  const voiced = ({ share }: { share: number }) => peopleOf({ share, n }, 'voices', grain, wording);
  const bare = ({ share }: { share: number }) => people({ share, n }, grain, wording);
  switch (telling) {
    case 'together':
      return say('card.group.support', { people: voiced(support) });
    case 'set-aside':
      return say('card.group.opposition', { people: voiced(opposition) });
    case 'divides': {
      const facts = { favour: bare(support), against: bare(opposition), among: among(n, grain, wording) };
      return say('reading.line.divides', facts);
    }
    case 'unknown': {
      const unsure = peopleOf({ share: dontKnowRate, n: examined }, 'examined', grain, wording);
      return say('card.group.unsure', { people: unsure });
    }
  }
}

function domainOfTrajectory(trajectory: string, { catalogue }: Wording): DomainId {
  const found = trajectoryOf(catalogue, trajectory);
  if (found === undefined) throw new Error(`No domain has the trajectory ${trajectory}`);
  return found.domain;
}
