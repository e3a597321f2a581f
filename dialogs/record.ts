import type { Answer } from '#domain/answer.ts';
import type { Ballot } from '#domain/ballot.ts';
import type { DomainId } from '#domain/domains.ts';
import type { Participant } from '#domain/participant.ts';
import type { Reply } from '#domain/reply.ts';
import { leave, unfocused } from './leave.ts';
import { domainNamed, type Item, isDone, items, progress } from './place.ts';
import { goOn, notice } from './turn.ts';
import type { Turn, World } from './world.ts';

/** Writes down the answer to a question. */
export function record(person: Participant, question: string, answer: Answer): Participant {
  return { ...person, answers: { ...person.answers, [question]: answer } };
}

/** Writes down the view of a trajectory, with the time, so that the group knows what changed since. */
export function cast(person: Participant, trajectory: string, ballot: Ballot, world: World): Participant {
  return { ...person, ballots: { ...person.ballots, [trajectory]: ballot }, castAt: world.now };
}

/** Passes over an item; what was said of it before stays. */
export function passOver(person: Participant, item: Item): Participant {
  if (isDone(item, person)) return person;
  return item.at === 'question'
    ? record(person, item.question.id, { kind: 'skipped' })
    : { ...person, ballots: { ...person.ballots, [item.trajectory.id]: 'skipped' } };
}

/** To what comes next; at the end of a domain, its summary first. */
export function moveOn(person: Participant, world: World, ...first: Reply[]): Turn {
  const onward = unfocused(person);
  const domain = domainNamed(onward.domain, world);
  if (domain === undefined || items(domain, onward).some((item) => !isDone(item, onward))) {
    return goOn(onward, world, ...first);
  }
  const atMenu = leave(onward);
  const done = progress(atMenu, world).next === undefined ? [notice('all-done')] : [];
  return goOn(atMenu, world, ...first, summary(atMenu, domain.id, world), ...done);
}

function summary(person: Participant, domain: DomainId, world: World): Reply {
  const trajectories = domainNamed(domain, world)?.trajectories ?? [];
  const ballots = trajectories.flatMap(({ id }) => {
    const ballot = person.ballots[id];
    return ballot === undefined || ballot === 'skipped' ? [] : [ballot];
  });
  const kept = ballots.filter((ballot) => ballot.kept).length;
  return notice('domain-summary', { domain, examined: ballots.length, kept });
}
