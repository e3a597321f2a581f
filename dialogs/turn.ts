import type { NoticeCode, RetryReason } from '#domain/conversation/codes.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { informed } from './place/informed.ts';
import { type AskingPlace, place, ready } from './place/place.ts';
import { present, prompt } from './present.ts';
import type { Turn, World } from './world.ts';

type Facts = Extract<Reply, { label: 'notice' }>['facts'];

export function notice(about: NoticeCode, facts?: Facts): Reply {
  return { label: 'notice', about, ...(facts && { facts }) };
}

/** The conversation goes on: what there is to say first, then what is asked now. */
export function goOn(person: Participant, world: World, ...first: Reply[]): Turn {
  const participant = informed(ready({ ...person, tries: 0 }, world), world);
  return { participant, replies: [...first, present(participant, world)] };
}

/** Something is said and nothing new is asked: the prompt above still stands. */
export function say(participant: Participant, ...replies: Reply[]): Turn {
  return { participant, replies };
}

/** A button of a card that is past: said kindly, with what is asked now. */
export function stale(person: Participant, world: World): Turn {
  return goOn(person, world, { label: 'stale' });
}

/** The reply could not be taken: the same form again, with what was understood; a way on after two tries. */
export function retry(
  person: Participant,
  world: World,
  reason: RetryReason,
  understood?: readonly string[],
  asked: AskingPlace | undefined = asking(person, world),
): Turn {
  if (asked === undefined) return goOn(person, world, notice('not-understood'));
  const participant = { ...person, tries: person.tries + 1 };
  const maySkip = participant.tries >= 2 && asked.at !== 'consent';
  const reply: Reply = {
    label: 'retry',
    reason,
    ...(understood && understood.length > 0 && { understood: [...understood] }),
    asked: prompt(asked, person, world),
    maySkip,
  };
  return { participant, replies: [reply] };
}

function asking(person: Participant, world: World): AskingPlace | undefined {
  const here = place(person, world);
  switch (here.at) {
    case 'menu':
    case 'declined':
    case 'erasing':
    case 'closing':
      return undefined;
    default:
      return here;
  }
}
