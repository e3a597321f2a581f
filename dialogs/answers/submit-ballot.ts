import type { RetryReason } from '#domain/conversation/codes.ts';
import { chosen, type Submit } from '#domain/conversation/submit.ts';
import { Ballot, longestRemark } from '#domain/participant/ballot.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Begun, Participant } from '#domain/participant/participant.ts';
import { readText } from '#understanding/replies/text.ts';
import { idOf, type QuestionnaireItem } from '../place/items.ts';
import { findItem, isAskedNow } from '../place/place.ts';
import { goOn, retry, stale } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { begunOf } from './answer.ts';
import { cast, passOver } from './record.ts';
import { moveOnFrom } from './submit-answer.ts';

type Cast = Extract<Submit, { act: 'ballot' }>;

/** A ballot tapped on a trajectory's card. On a card of an earlier turn it changes that ballot. */
export function submitBallot(person: Participant, submit: Cast, world: World): Turn {
  const item = findItem(submit.trajectory, person, world);
  if (item?.at !== 'trajectory') return stale(person, world);
  if (submit.none === 'skipped') return moveOnFrom(passOver(person, item), person, item, world);
  const ballot = ballotOf(withGiven(withBegun(submit, person), person));
  if ('reason' in ballot) {
    // What is said beside the stance waits for it.
    const begun = ballot.reason === 'not-a-stance' ? begunBy(submit) : {};
    const { trajectory } = submit;
    const waiting = Object.keys(begun).length > 0 ? { ...person, begun: { trajectory, ...begun } } : person;
    return retry(waiting, world, ballot.reason, { beside: begun }, item);
  }
  const after = cast(person, item.trajectory.id, ballot, world);
  // A card of before changes what was said, and asks nothing more.
  if (submit.more === 'asked' && isAskedNow(item, person, world)) return askMore(after, item, world);
  return moveOnFrom(after, person, item, world);
}

/** What more there is to say; each part of it may be left. */
function askMore(person: Participant, item: QuestionnaireItem, world: World): Turn {
  return goOn({ ...person, focus: { on: 'details', id: idOf(item) } }, world);
}

/** A stance that is tapped takes along what was said of the trajectory before it. */
function withBegun(submit: Cast, person: Participant): Cast {
  const { kept, horizon, condition, concern } = begunOf(person, submit.trajectory);
  return {
    ...submit,
    horizon: submit.horizon || horizon,
    condition: submit.condition || condition,
    concern: submit.concern || concern,
    ...(kept && submit.kept === undefined && { kept: 'true' }),
  };
}

/** A tap on the stance alone changes nothing else of what was said; what is no longer wished for is not kept. */
function withGiven(submit: Cast, { ballots }: Participant): Cast {
  const given = givenBallot(ballots, submit.trajectory);
  if (submit.more !== 'asked' || given === undefined) return submit;
  const mayKeep = Number(submit.stance ?? 0) >= 0;
  return {
    ...submit,
    horizon: submit.horizon || given.horizon,
    benefits: submit.benefits ?? given.benefits.join(','),
    condition: submit.condition || given.condition,
    concern: submit.concern || given.concern,
    kept: submit.kept ?? `${given.kept && mayKeep}`,
    ...(given.shared && submit.shared === undefined && { shared: 'true' as const }),
  };
}

/** What a form without a stance says all the same. */
function begunBy(submit: Cast): Omit<Begun, 'trajectory'> {
  const { data: ballot } = Ballot.safeParse({
    stance: 0,
    kept: submit.kept === 'true',
    benefits: [],
    ...(submit.horizon && { horizon: submit.horizon }),
    ...(remark(submit.condition) && { condition: remark(submit.condition) }),
    ...(remark(submit.concern) && { concern: remark(submit.concern) }),
  });
  if (ballot === undefined) return {};
  const { horizon, condition, concern, kept } = ballot;
  return {
    ...(horizon && { horizon }),
    ...(condition && { condition }),
    ...(concern && { concern }),
    ...(kept && { kept: true as const }),
  };
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
