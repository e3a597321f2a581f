import type { Question } from '#domain/catalogue/catalogue.ts';
import type { RetryReason } from '#domain/conversation/codes.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { chosen, type Submit } from '#domain/conversation/submit.ts';
import { type Answer, longestText } from '#domain/participant/answer.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { readText } from '#understanding/replies/text.ts';
import { domainOf, isDone, isSaidAlike, type QuestionnaireItem } from '../place/items.ts';
import { findItem, isAskedNow } from '../place/place.ts';
import { goOn, notice, retry, stale } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { answerOf, ballotSaid } from './answer.ts';
import { moveOn, passOver, record } from './record.ts';

/** An answer tapped on a question's card. On a card of an earlier turn it changes that answer. */
export function submitAnswer(
  person: Participant,
  submit: Extract<Submit, { act: 'answer' }>,
  world: World,
): Turn {
  const item = findItem(submit.question, person, world);
  if (item?.at !== 'question') return stale(person, world);
  if (submit.none === 'skipped') return moveOnFrom(passOver(person, item), person, item, world);
  if (submit.none === 'dont-know') {
    return moveOnFrom(record(person, item.question.id, { kind: 'dont-know' }), person, item, world);
  }
  const answer = tappedAnswer(item.question, submit.value ?? '');
  if ('reason' in answer) return retry(person, world, answer.reason, {}, item);
  return moveOnFrom(record(person, item.question.id, shared(answer, submit.shared)), person, item, world);
}

/** Goes on from an item that was just answered: forward from the present one, in place from an earlier one. */
export function moveOnFrom(
  after: Participant,
  before: Participant,
  item: QuestionnaireItem,
  world: World,
): Turn {
  if (isAskedNow(item, before, world)) return moveOn(after, world);
  if (!isDone(item, before)) return moveOn({ ...after, domain: after.domain ?? domainOf(item) }, world);
  if (isSaidAlike(item, before, after)) return goOn(before, world, notice('unchanged'));
  return goOn(after, world, changed(item, after));
}

/** What was changed, and to what. */
function changed(item: QuestionnaireItem, after: Participant): Reply {
  const said = { label: 'notice', about: 'changed' } as const;
  if (item.at === 'question') {
    const answer = after.answers[item.question.id];
    return answer === undefined ? said : { ...said, answered: { question: item.question.id, answer } };
  }
  const ballot = givenBallot(after.ballots, item.trajectory.id);
  return ballot === undefined ? said : { ...said, ...ballotSaid(item.trajectory.id, ballot) };
}

/** A text with the leave to read it, where it was given; only a text can be read. */
function shared(answer: Answer, ticked: string | undefined): Answer {
  return answer.kind === 'text' && ticked === 'true' ? { ...answer, shared: true } : answer;
}

/** What a card's input stands for; a reason when it holds nothing the question allows. */
function tappedAnswer(question: Question, value: string): Answer | { readonly reason: RetryReason } {
  switch (question.kind) {
    case 'choice':
      if (value === '') return { reason: 'empty' };
      return question.options.includes(value) ? { kind: 'choice', value } : { reason: 'invalid' };
    case 'multi': {
      const values = chosen(value);
      if (values.length === 0) return { reason: 'empty' };
      if (!values.every((id) => question.options.includes(id))) return { reason: 'invalid' };
      return question.max !== undefined && values.length > question.max
        ? { reason: 'too-many' }
        : { kind: 'multi', values };
    }
    case 'scale':
      if (value === '') return { reason: 'empty' };
      return /^[1-5]$/.test(value) ? { kind: 'scale', value: Number(value) } : { reason: 'invalid' };
    case 'text': {
      const text = readText(value, longestText);
      if (text.kind === 'unclear') return { reason: text.reason };
      return answerOf(text) ?? { reason: 'invalid' };
    }
  }
}
