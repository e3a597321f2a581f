import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { dayOf } from '#domain/consultation/local-day.ts';
import { examines } from '#domain/participant/examining.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import { type Participant, saidOfThemselves } from '#domain/participant/participant.ts';
import type { DomainState, ItemStatus, Progress } from '#domain/participant/progress.ts';
import type { World } from '../world.ts';
import { idOf, isDone, items, type QuestionnaireItem } from './items.ts';
import { domains } from './place.ts';

/** How far a person is in a consultation; nothing before they agreed to take part. */
export function progressOf(
  person: Participant,
  { catalogue, consultation }: Pick<World, 'catalogue' | 'consultation'>,
): Progress | undefined {
  if (person.consent === undefined) return undefined;
  const { startedAt, device, spent, unclear = [] } = person;
  const walks = domains({ catalogue, consultation }).map((domain) => walkOf(domain, person));
  const begun = walks.filter(({ state }) => state === 'begun');
  const here = begun.find(({ domain }) => domain === person.domain) ?? begun[0];
  return {
    startedOn: dayOf(startedAt, consultation.timeZone),
    ...saidOfThemselves(person),
    ...(device !== undefined && { device }),
    domains: walks.map(({ domain, state }) => ({ domain, state })),
    items: Object.fromEntries(walks.flatMap(({ behind }) => behind)),
    ...(here?.next !== undefined && { standsAt: here.next }),
    ...(spent !== undefined && { spent }),
    unclear: countsOf(unclear.map(({ item }) => item)),
  };
}

/** The domains of which a person has done all that is asked of them; none before they agreed to take part. */
export function finishedDomains(
  person: Participant,
  { catalogue, consultation }: Pick<World, 'catalogue' | 'consultation'>,
): readonly DomainId[] {
  if (person.consent === undefined) return [];
  return catalogue.domains
    .filter(({ id }) => consultation.domains.includes(id))
    .flatMap((domain) => (walkOf(domain, person).state === 'done' ? [domain.id] : []));
}

interface Walk {
  readonly domain: Domain['id'];
  readonly state: DomainState;
  readonly behind: readonly (readonly [item: string, outcome: ItemStatus])[];
  /** The first thing to be asked there; nothing once all that is known is behind. */
  readonly next: string | undefined;
}

function walkOf(domain: Domain, person: Participant): Walk {
  // A paper sheet asks no questions: what it says of trajectories is all there is.
  const isPaper = person.sheet !== undefined;
  const all = items(domain, person).filter(({ at }) => !isPaper || at === 'trajectory');
  const next = all.find((item) => !isDone(item, person));
  const behind = all
    .filter((item) => isDone(item, person))
    .map((item) => [idOf(item), outcomeOf(item, person)] as const);
  // Trajectories are drawn once the questions are answered: before that, some are still to come.
  const toCome = all.every(({ at }) => at === 'question') && examines(domain) > 0;
  const asked = behind.length > 0 || person.domain === domain.id;
  const done = behind.length > 0 && next === undefined && !toCome;
  return {
    domain: domain.id,
    state: done ? 'done' : asked ? 'begun' : 'untouched',
    behind,
    next: next && idOf(next),
  };
}

function outcomeOf(item: QuestionnaireItem, { answers, ballots }: Participant): ItemStatus {
  if (item.at === 'question') {
    const kind = answers[item.question.id]?.kind;
    return kind === 'skipped' || kind === 'dont-know' ? kind : 'answered';
  }
  const ballot = givenBallot(ballots, item.trajectory.id);
  if (ballot === undefined) return 'skipped';
  return ballot.stance === 'dont-know' ? 'dont-know' : 'answered';
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
