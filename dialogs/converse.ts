import type { NoticeCode } from '#domain/conversation/codes.ts';
import type { Event } from '#domain/conversation/event.ts';
import { fold } from '#domain/conversation/fold.ts';
import { Submit, Word } from '#domain/conversation/submit.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { correctionIn } from '#understanding/asked/correction.ts';
import { isPolite, withoutPoliteness } from '#understanding/asked/plain-wish.ts';
import { wantsToPropose } from '#understanding/asked/wants-to-propose.ts';
import { correct } from './answers/correct.ts';
import { replyLate, tellLate } from './answers/late.ts';
import { isAnswering, isOver, sayClosed } from './closed.ts';
import { showEntryCode } from './entry-code.ts';
import { closeOrNot } from './facilitation/facilitate.ts';
import { createConsultation } from './facilitation/new-consultation.ts';
import { followUp } from './follow-up.ts';
import { groupFor, showGroup } from './group.ts';
import { handleCardAction } from './handle-card-action.ts';
import { invitation } from './handle-channel-event.ts';
import { handleCommand } from './handle-command.ts';
import { handleText } from './handle-text.ts';
import { askedAt } from './place/asked.ts';
import { isInformed, undecided } from './place/informed.ts';
import { place, ready } from './place/place.ts';
import { looksLeft } from './place/second-look.ts';
import { numberedChange, turnToNth } from './place/turn-to.ts';
import { withOutcomes } from './propose.ts';
import { speak } from './speak.ts';
import { goOn, notice, say, stale } from './turn.ts';
import { answerWish, tellLanguages } from './wish.ts';
import type { Turn, World } from './world.ts';

/**
 * One turn of the conversation: what a person did, and what the assistant answers.
 * The same inputs give the same outputs; the caller saves the participant, then says the replies.
 */
export async function converse(from: Participant, event: Event, world: World): Promise<Turn> {
  return withOutcomes(await answer(ready(from, world), event, world), world);
}

async function answer(person: Participant, event: Event, world: World): Promise<Turn> {
  switch (event.kind) {
    case 'joined':
      return joined(person, world);
    case 'resume-code':
      return resumeCode(person, event.came, world);
    case 'entry-code':
      return showEntryCode(person, event.came, world);
    case 'text':
      return typed(person, event, world);
    case 'submit':
      return tapped(person, event.value, world);
  }
}

type Typed = Extract<Event, { kind: 'text' }>;

async function typed(person: Participant, { text, asked }: Typed, world: World): Promise<Turn> {
  const folded = fold(text);
  const said = world.words.get(folded) ?? world.words.get(withoutPoliteness(folded));
  const isLate = asked !== undefined && asked !== askedAt(place(person, world));
  // A word may be said at any time; what it passes over is what was in sight.
  const word = said === undefined ? undefined : Word.safeParse(said).data;
  if (word === 'skip' && isLate && isAnswering(world)) return tellLate(person, world);
  if (word !== undefined) return handleCommand(person, word, world);
  const tongue = world.tongues.get(folded) ?? world.tongues.get(withoutPoliteness(folded));
  if (tongue !== undefined) return speak(person, tongue, world) ?? tellLanguages(person, world);
  if (isToPropose(person, folded, world)) return handleCommand(person, 'propose', world);
  const wish = answerWish(person, text, world);
  if (wish !== undefined) return wish;
  if (!isAnswering(world)) return sayClosed(person, world);
  // What looks like a code was looked up before it came here.
  if (place(person, world).at === 'entry-code') return showEntryCode(person, { outcome: 'unlike' }, world);
  const nth = numberedChange(folded, world);
  if (nth !== undefined && person.consent !== undefined) return turnToNth(nth, person, world);
  // Whatever they say, a yes too: they have not read yet what it would be to.
  if (mustBeInformed(person, world)) return greet(undecided(person), world);
  if (isLate) return replyLate(person, asked, text, world);
  const correction = correctionIn(text);
  const corrected = correction && (await correct(person, correction, world));
  if (corrected !== undefined) return corrected;
  const turn = await handleText(person, text, world);
  const isGreeting = place(person, world).at === 'consent' && person.tries === 0 && isPolite(text);
  return isGreeting && turn.replies[0]?.label === 'retry' ? greet(person, world) : turn;
}

/** In their own words; what only may be meant so counts where no answer is awaited that it could be. */
function isToPropose(person: Participant, folded: string, world: World): boolean {
  const wanted = wantsToPropose(folded);
  if (wanted === undefined || !isAnswering(world)) return false;
  const { at } = place(person, world);
  if (at === 'proposal') return false;
  const isFree = at === 'menu' && world.consultation.proposals === 'allowed';
  return wanted === 'trajectory' || isFree;
}

/** Says hello to somebody who says something other than yes or no, once: what they say next may be unclear. */
function greet(person: Participant, world: World): Turn {
  const turn = joined(person, world);
  return { ...turn, participant: { ...turn.participant, tries: 1 } };
}

/** The go-ahead is awaited of somebody who was not shown what it is about. */
function mustBeInformed(person: Participant, world: World): boolean {
  const { at } = place(person, world);
  return (at === 'consent' || at === 'declined') && !isInformed(person, world);
}

async function tapped(person: Participant, value: unknown, world: World): Promise<Turn> {
  const { data: submit } = Submit.safeParse(value);
  if (submit?.act === 'word') return handleCommand(person, submit.word, world);
  switch (submit?.act) {
    case 'group-domain':
      return showGroup(person, world, submit.domain);
    case 'create':
      return { participant: person, ...createConsultation(submit, world) };
    case 'close':
      return closeOrNot(person, submit.sure, world);
    case 'participate':
      return joined(person, world);
    case 'invitation':
      return say(person, invitation(world, person));
  }
  if (submit?.act === 'language') return speak(person, submit.language, world) ?? stale(person, world);
  if (!isAnswering(world) && submit?.act !== 'erase') return sayClosed(person, world);
  return submit === undefined ? stale(person, world) : handleCardAction(person, submit, world);
}

function joined(person: Participant, world: World): Turn {
  const isNew = person.consent === undefined && !person.declined;
  const hello = isNew
    ? ({
        label: 'welcome',
        facilitator: world.facilitator,
        ...(isOver(world) && { over: true as const }),
      } as const)
    : notice(greetingOf(person, world));
  if (!isAnswering(world)) return sayClosed(person, world, hello, ...followUp(world));
  const { publishedAt } = world.consultation;
  const seen =
    person.consent === undefined || publishedAt === undefined || publishedAt === person.publishedSeen;
  if (seen) return goOn(person, world, hello);
  const group = groupFor(person, world);
  if (group.state === 'waiting') return goOn(person, world, hello);
  return goOn({ ...person, publishedSeen: publishedAt }, world, hello, {
    label: 'group-scenario',
    group,
    facilitator: world.facilitator,
  });
}

/** Who may look at views of theirs again is told so, each time: they need not. */
function greetingOf(person: Participant, world: World): NoticeCode {
  if (person.consent !== undefined && looksLeft(person, world).length > 0) return 'second-round-open';
  return isOpenAgain(person, world) ? 'open-again' : 'welcome-back';
}

/** Whether people were let answer again since they were last here. */
function isOpenAgain({ consent, updatedAt }: Participant, world: World): boolean {
  const { reopenedAt } = world.consultation;
  return consent !== undefined && reopenedAt !== undefined && updatedAt < reopenedAt && isAnswering(world);
}

type CodeOutcome = Extract<Event, { kind: 'resume-code' }>['came'];

function resumeCode(person: Participant, came: CodeOutcome, world: World): Turn {
  switch (came.outcome) {
    case 'resumed':
      return joined(person, world);
    case 'later':
      return goOn(person, world, notice('resume-later', { n: came.minutes }));
    default:
      return goOn(person, world, notice(`resume-${came.outcome}`));
  }
}
