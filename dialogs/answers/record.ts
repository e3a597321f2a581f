import type { DomainId } from '#domain/catalogue/domains.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Answer } from '#domain/participant/answer.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { left, redrawn } from '#domain/participant/examining.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { personalReply } from '../personal.ts';
import { idOf, isDone, isSaid, items, type QuestionnaireItem } from '../place/items.ts';
import { leave, unfocused } from '../place/leave.ts';
import { domainNamed, progress, ready } from '../place/place.ts';
import { goOn, notice, say } from '../turn.ts';
import type { Turn, World } from '../world.ts';

/** Writes down the answer to a question. */
export function record(person: Participant, question: string, answer: Answer): Participant {
  const answers = { ...person.answers, [question]: answer };
  return redrawn(confirmed({ ...person, answers, last: question }, question));
}

/** Its wording may have changed since: what is said now stands. */
function confirmed(person: Participant, id: string): Participant {
  if (!person.toConfirm?.includes(id)) return person;
  const { toConfirm, ...rest } = person;
  const others = toConfirm.filter((other) => other !== id);
  return others.length > 0 ? { ...rest, toConfirm: others } : rest;
}

/**
 * Writes down the view of a trajectory, with the time, so that the group knows what changed since. That it was looked at again in a
 * second round stays said.
 */
export function cast(person: Participant, trajectory: string, ballot: Ballot, world: World): Participant {
  const before = givenBallot(person.ballots, trajectory);
  const second = ballot.second ?? before?.second ?? changedInRound(person, trajectory, ballot, world);
  const isLate = before === undefined ? world.consultation.final !== undefined : before.late;
  const { late: _, ...plain } = ballot;
  const said: Ballot = { ...plain, ...(second && { second }), ...(isLate && { late: true }) };
  const ballots = { ...person.ballots, [trajectory]: said };
  return confirmed(
    { ...ended(person, trajectory), ballots, castAt: world.now, last: trajectory },
    trajectory,
  );
}

/**
 * Whoever changes a stance of before a second round while it is open has looked at it again, wherever they change it. What they correct
 * of what they just said they have not.
 */
function changedInRound(
  { ballots, startedAt, castAt = startedAt, last }: Participant,
  trajectory: string,
  { stance }: Ballot,
  { consultation, now }: World,
): Ballot['second'] {
  const [round, before] = [openRound(consultation, now), givenBallot(ballots, trajectory)];
  if (round === undefined || before === undefined) return undefined;
  const isJustSaid = last === trajectory && castAt > round.openedAt;
  if (startedAt > round.openedAt || isJustSaid || before.stance === stance) return undefined;
  return { first: before.stance };
}

/** What was said of a trajectory before its stance is part of the ballot now. */
function ended(person: Participant, trajectory: string): Participant {
  const { begun, ...rest } = person;
  return begun?.trajectory === trajectory ? rest : person;
}

/** Writes down who the person says they are; what they do not say is declined. */
export function describe(
  person: Participant,
  { roles, territory }: { readonly roles: readonly string[]; readonly territory?: string | undefined },
  world: World,
): Participant {
  const profile = {
    roles: roles.length > 0 ? [...roles] : declined.roles,
    territory: territory || declined.territory,
  };
  return redrawn({ ...person, profile, castAt: world.now });
}

export const declined = { roles: 'declined', territory: 'declined' } as const;

/** Passes over an item; what was said of it before stays. */
export function passOver(person: Participant, item: QuestionnaireItem): Participant {
  if (isSaid(item, person)) return confirmed(person, idOf(item));
  return item.at === 'question'
    ? record(person, item.question.id, { kind: 'skipped' })
    : {
        ...person,
        ballots: { ...person.ballots, [item.trajectory.id]: 'skipped' },
        last: item.trajectory.id,
      };
}

/** To what comes next; at the end of a domain, its summary and what the person keeps so far. */
export function moveOn(person: Participant, world: World, ...first: Reply[]): Turn {
  const onward = ready(unfocused(person), world);
  const domain = domainNamed(onward.domain, world);
  if (domain === undefined || items(domain, onward).some((item) => !isDone(item, onward))) {
    return goOn(onward, world, ...first);
  }
  const atMenu = leave(onward);
  const done = progress(atMenu, world).next === undefined ? [notice('all-done')] : [];
  const said = [...first, summary(atMenu, domain.id, world), ...done];
  const scenario = personalReply(atMenu, world);
  // Their scenario so far, with the way on for whoever wishes; the menu where there is none to show.
  return scenario === undefined
    ? goOn(atMenu, world, ...said)
    : say({ ...atMenu, tries: 0 }, ...said, scenario);
}

function summary(person: Participant, domain: DomainId, world: World): Reply {
  const whole = domainNamed(domain, world);
  const ballots = (whole?.trajectories ?? []).flatMap(({ id }) => givenBallot(person.ballots, id) ?? []);
  const kept = ballots.filter((ballot) => ballot.kept).length;
  const more = whole === undefined ? 0 : left(whole, person).length;
  return notice('domain-summary', { domain, examined: ballots.length, kept, left: more });
}
