import type { Reply } from '#domain/conversation/reply.ts';
import type { Answer } from '#domain/participant/answer.ts';
import { asRemark, type Ballot } from '#domain/participant/ballot.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Begun, Participant } from '#domain/participant/participant.ts';
import type { Reading } from '#understanding/reading.ts';
import type { QuestionnaireItem } from '../place/items.ts';
import { retry } from '../turn.ts';
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
  const { id } = item.trajectory;
  const ballot = ballotOf(reading, givenBallot(person.ballots, id), begunOf(person, id));
  if (ballot === undefined) return undefined;
  const remark = reading.kind === 'ballot' ? reading.remark : undefined;
  return { person: cast(person, id, ballot, world), said: [sayCast(id, ballot, remark)] };
}

/** What was understood, where it may differ from what was typed. */
function sayBack(question: string, answer: Answer): Reply[] {
  const answered = { question, answer };
  switch (answer.kind) {
    case 'choice':
    case 'multi':
    case 'scale':
    case 'dont-know':
      return [{ label: 'notice', about: 'understood', answered }];
    case 'text':
      return [{ label: 'notice', about: 'text-noted', answered }];
    default:
      return [];
  }
}

/** A ballot said back, with the words beside it that may be kept as a concern. */
export function sayCast(trajectory: string, ballot: Ballot, remark: string | undefined): Reply {
  const isMore = remark !== undefined && ballot.concern === undefined;
  return { label: 'notice', about: 'ballot-noted', ...ballotSaid(trajectory, ballot, isMore ? remark : '') };
}

/** What a notice tells of a ballot. */
export function ballotSaid(trajectory: string, ballot: Ballot, remark = '') {
  const { stance, horizon, kept } = ballot;
  return {
    facts: { stance, ...(horizon && { horizon }), kept: kept ? 1 : 0 },
    cast: { trajectory, ballot, ...(remark && { remark }) },
  };
}

/** What was said of this trajectory before the stance; the shape a ballot takes it in. */
export function begunOf({ begun }: Participant, id: string): Omit<Begun, 'trajectory'> {
  if (begun?.trajectory !== id) return {};
  const { trajectory: _, ...said } = begun;
  return said;
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
function ballotOf(
  reading: Reading,
  before: Ballot | undefined,
  begun: Omit<Begun, 'trajectory'>,
): Ballot | undefined {
  const { kept: isKept = false, ...more } = begun;
  const said = before ?? { kept: false, benefits: [] };
  const given = { ...said, ...more, kept: isKept || said.kept };
  if (reading.kind === 'dont-know') return { ...given, stance: 'dont-know' };
  if (reading.kind !== 'ballot') return undefined;
  const { stance, horizon, kept, condition } = reading;
  return {
    ...given,
    stance,
    ...(horizon && { horizon }),
    ...(condition && { condition: asRemark(condition) }),
    kept: kept || given.kept,
  };
}
