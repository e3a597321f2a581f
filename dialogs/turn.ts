import type { NoticeCode, RetryReason } from '#domain/conversation/codes.ts';
import type { Prompt } from '#domain/conversation/prompt.ts';
import type { Reply, ReplyOf } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { informed } from './place/informed.ts';
import { type AskingPlace, place, ready } from './place/place.ts';
import { menu, present, prompt } from './present.ts';
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

/** What was seen in a reply that could not be taken. */
export interface Seen {
  readonly understood?: readonly string[];
  readonly sure?: readonly string[];
  readonly beside?: ReplyOf<'retry'>['beside'];
}

/** The reply could not be taken: what is asked again, with what was understood; a way on after two tries. */
export function retry(
  person: Participant,
  world: World,
  reason: RetryReason,
  { understood = [], sure = [], beside }: Seen = {},
  at?: AskingPlace,
): Turn {
  const asked = at === undefined ? askedNow(person, world) : prompt(at, person, world);
  if (asked === undefined) return goOn(person, world, notice('not-understood'));
  const participant = { ...person, tries: person.tries + 1 };
  const isOptional = asked.label !== 'consent' && !(asked.label === 'menu' && asked.of === 'progress');
  const reply: Reply = {
    label: 'retry',
    reason,
    ...(understood.length > 0 && { understood: [...understood] }),
    ...(sure.length > 0 && { sure: [...sure] }),
    ...(beside && Object.keys(beside).length > 0 && { beside }),
    asked,
    maySkip: participant.tries >= 2 && isOptional,
  };
  return { participant, replies: [reply] };
}

/** What waits for a reply; nothing where a confirmation does, which is short and comes again whole. */
function askedNow(person: Participant, world: World): Prompt | undefined {
  const here = place(person, world);
  switch (here.at) {
    case 'entry-code':
    case 'declined':
    case 'erasing':
    case 'closing':
      return undefined;
    case 'menu':
      return menu(person, world);
    default:
      return prompt(here, person, world);
  }
}
