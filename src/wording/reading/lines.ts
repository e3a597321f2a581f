import type { DomainId } from '#domain/catalogue/domains.ts';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import type { KnownTrajectory } from '#domain/results/group-scenario.ts';
import { isToConfirm } from '#scenario/telling.ts';
import { type Grain, spelled } from '../numbers.ts';
import { among, few, people, peopleOf, type ShareOfPeople } from '../share.ts';
import { quotedTrajectory, trajectoryTitle, within } from '../titles.ts';
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
  /** The same with the title, where it stands in a line of text. */
  readonly titled: string;
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
    titled: titledLine(one, telling, grain, wording),
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
  const of = ({ share }: Pick<ShareOfPeople, 'share'>) => ({ share, n });
  switch (telling) {
    case 'together':
      return wished(of(support), grain, wording);
    case 'set-aside':
      return refused(of(opposition), grain, wording);
    case 'divides':
      return divided(of(support), of(opposition), grain, wording);
    case 'unknown':
      return unsure({ share: dontKnowRate, n: examined }, grain, wording);
  }
}

/** The same with the title of what it is said of: "« Titre », à confirmer : souhaitable pour les sept personnes qui ont donné un avis." */
export function titledLine(one: KnownTrajectory, telling: Telling, grain: Grain, wording: Wording): string {
  const isFew = decides.has(telling) && isToConfirm(one);
  return wording.say(isFew ? 'reading.line.titled-to-confirm' : 'reading.line.titled', {
    title: quotedTrajectory(wording, one.trajectory),
    said: within(saidOf(one, telling, grain, wording), wording),
  });
}

/** Of those who gave a view, how many wish for something. */
export const wished = (of: ShareOfPeople, grain: Grain, wording: Wording): string =>
  wording.say('card.group.support', { people: peopleOf(of, 'voices', grain, wording) });

/** Of those who gave a view, how many do not want it. */
export const refused = (of: ShareOfPeople, grain: Grain, wording: Wording): string =>
  wording.say('card.group.opposition', { people: peopleOf(of, 'voices', grain, wording) });

/** How many wish for it and how many do not want it, of the same people who gave a view. */
export function divided(
  favour: ShareOfPeople,
  against: ShareOfPeople,
  grain: Grain,
  wording: Wording,
): string {
  const { say } = wording;
  const count = ({ share, n }: ShareOfPeople) => spelled(Math.round(share * n), wording);
  if (grain === 'exact' && favour.n <= few)
    return say('reading.line.divides-few', {
      favour: count(favour),
      against: count(against),
      all: spelled(favour.n, wording),
    });
  return say('reading.line.divides', {
    favour: people(favour, grain, wording),
    against: people(against, grain, wording),
    among: among(favour.n, 'voices', grain, wording),
  });
}

/** Of those who examined it, how many do not know. */
export const unsure = (of: ShareOfPeople, grain: Grain, wording: Wording): string =>
  wording.say('card.group.unsure', { people: peopleOf(of, 'examined', grain, wording) });

/** Of those who examined it, how many keep it. */
export const keeping = (of: ShareOfPeople, grain: Grain, wording: Wording): string =>
  wording.say('card.group.kept', { people: peopleOf(of, 'examined', grain, wording) });

function domainOfTrajectory(trajectory: string, { catalogue }: Wording): DomainId {
  const found = trajectoryOf(catalogue, trajectory);
  if (found === undefined) throw new Error(`No domain has the trajectory ${trajectory}`);
  return found.domain;
}
