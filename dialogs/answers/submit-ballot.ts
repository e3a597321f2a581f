import type { RetryReason } from '#domain/conversation/codes.ts';
import { chosen, type Submit } from '#domain/conversation/submit.ts';
import { Ballot, longestRemark } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { readText } from '#understanding/replies/text.ts';
import { findItem, idOf, place, type QuestionnaireItem } from '../place/place.ts';
import { goOn, retry, stale } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { cast, passOver } from './record.ts';
import { moveOnFrom } from './submit-answer.ts';

type Cast = Extract<Submit, { act: 'ballot' }>;

/** A ballot tapped on a trajectory's card. On a card of an earlier turn it changes that ballot. */
export function submitBallot(person: Participant, submit: Cast, world: World): Turn {
  const item = findItem(submit.trajectory, person, world);
  if (item?.at !== 'trajectory') return stale(person, world);
  if (submit.none === 'skipped') return moveOnFrom(passOver(person, item), person, item, world);
  const ballot = ballotOf(submit);
  if ('reason' in ballot) return retry(person, world, ballot.reason, [], item);
  const after = cast(person, item.trajectory.id, ballot, world);
  if (submit.more === 'asked' && isAsked(item, person, world)) return askMore(after, item, world);
  return moveOnFrom(after, person, item, world);
}

/** Whether it is what is asked now: a card of before changes what was said, and asks nothing more. */
function isAsked(item: QuestionnaireItem, person: Participant, world: World): boolean {
  const here = place(person, world);
  return here.at === 'trajectory' && idOf(here) === idOf(item);
}

/** What more there is to say; each part of it may be left. */
function askMore(person: Participant, item: QuestionnaireItem, world: World): Turn {
  return goOn({ ...person, focus: { on: 'details', id: idOf(item) } }, world);
}

function ballotOf(submit: Cast): Ballot | { readonly reason: RetryReason } {
  const stance = submit.none ?? submit.stance ?? '';
  if (stance === '') return { reason: 'not-a-stance' };
  const condition = remark(submit.condition);
  const concern = remark(submit.concern);
  if (condition === null || concern === null) return { reason: 'too-long' };
  const benefits = chosen(submit.benefits);
  if (benefits.length > 2) return { reason: 'too-many' };
  const ballot = Ballot.safeParse({
    stance: stance === 'dont-know' ? stance : Number(stance),
    ...(submit.horizon && { horizon: submit.horizon }),
    kept: submit.kept === 'true',
    benefits,
    ...(condition && { condition }),
    ...(concern && { concern }),
    // Without a text there is nothing to read, and a text of later asks for a leave of its own.
    ...(submit.shared === 'true' && (condition || concern) && { shared: true }),
  });
  return ballot.success ? ballot.data : { reason: 'invalid' };
}

/** A remark as it is kept; nothing when left empty, null when too long. */
function remark(typed: string | undefined): string | null | undefined {
  const text = readText(typed ?? '', longestRemark);
  if (text.kind === 'text') return text.value;
  return text.kind === 'unclear' && text.reason === 'too-long' ? null : undefined;
}
