import type { Reply } from '#domain/conversation/reply.ts';
import type { Answer } from '#domain/participant/answer.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Reading } from '#understanding/reading.ts';
import type { QuestionnaireItem } from '../place/place.ts';
import { notice, retry } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { cast, moveOn, record } from './record.ts';

/** A typed reply to a question or a trajectory, understood: written down, and said back. */
export function answerItem(
  person: Participant,
  item: QuestionnaireItem,
  reading: Reading,
  world: World,
): Turn {
  const taken = takenAs(person, item, reading, world);
  if (taken === undefined) return retry(person, world, item.at === 'question' ? 'invalid' : 'not-a-stance');
  return moveOn(taken.person, world, ...taken.said);
}

/** What a reading makes of the person, and how it is said back; nothing when it is none for this item. */
export function takenAs(person: Participant, item: QuestionnaireItem, reading: Reading, world: World) {
  if (item.at === 'question') {
    const { id } = item.question;
    const answer = answerOf(reading);
    return answer && { person: record(person, id, answer), said: sayBack(id, answer) };
  }
  const ballot = ballotOf(reading, person.ballots[item.trajectory.id]);
  if (ballot === undefined) return undefined;
  const { stance, horizon, kept } = ballot;
  const said = notice('ballot-noted', { stance, ...(horizon && { horizon }), kept: kept ? 1 : 0 });
  return { person: cast(person, item.trajectory.id, ballot, world), said: [said] };
}

/** What was understood, where it may differ from what was typed. */
function sayBack(question: string, answer: Answer): Reply[] {
  const read = answer.kind === 'choice' || answer.kind === 'multi' || answer.kind === 'scale';
  return read ? [{ label: 'notice', about: 'understood', answered: { question, answer } }] : [];
}

/** The answer a reading stands for; none for a reading of another kind. */
export function answerOf(reading: Reading): Answer | undefined {
  switch (reading.kind) {
    case 'choice':
    case 'scale':
    case 'text':
      return reading;
    case 'multi':
      return { kind: 'multi', values: [...reading.values] };
    case 'dont-know':
      return { kind: 'dont-know' };
    case 'skip':
      return { kind: 'skipped' };
    default:
      return undefined;
  }
}

/** A ballot said in words; what was said before and not now (criteria, remarks) stays. */
function ballotOf(reading: Reading, before: Ballot | 'skipped' | undefined): Ballot | undefined {
  const given = before === undefined || before === 'skipped' ? { kept: false, benefits: [] } : before;
  if (reading.kind === 'dont-know') return { ...given, stance: 'dont-know' };
  if (reading.kind !== 'ballot') return undefined;
  const { stance, horizon, kept } = reading;
  return { ...given, stance, ...(horizon && { horizon }), kept: kept || given.kept };
}
