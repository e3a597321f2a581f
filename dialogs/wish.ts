import { textIn } from '#domain/catalogue/text-in.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { domainMinutes } from '#scenario/coverage/minutes.ts';
import { findTopic, type Wish } from '#understanding/asked/find-topic.ts';
import { repeatsTitle } from '#understanding/asked/repeats-title.ts';
import { expectedReply } from './answers/expected.ts';
import { sayAndGoOn } from './closed.ts';
import { isDone, items } from './place/items.ts';
import { domainNamed, domains, place } from './place/place.ts';
import { minutesLeft } from './place/time-left.ts';
import type { Turn, World } from './world.ts';

/**
 * What a citizen asks or says beside the questions, answered before anything is written down; then what is asked now comes
 * back. Nothing of what they typed is kept. Nothing when it is a reply like any other, or a title as it stands.
 */
export function answerWish(person: Participant, text: string, world: World): Turn | undefined {
  const here = place(person, world);
  const { glossary = {} } = textIn(world.catalogue, person.language);
  const expected = expectedReply(here, person, world);
  const wish = findTopic(text, world.asked, glossary, expected.kind === 'text');
  if (wish === undefined || repeatsTitle(text, expected)) return undefined;
  return sayAndGoOn(person, world, answerTo(wish, person, world));
}

/** Which languages are spoken here, to somebody who asks for another. */
export const tellLanguages = (person: Participant, world: World): Turn =>
  sayAndGoOn(person, world, answerTo({ topic: 'languages' }, person, world));

function answerTo(wish: Wish, person: Participant, world: World): Reply {
  const here = place(person, world);
  const domain = domainNamed(person.domain, world);
  const left =
    domain === undefined ? 0 : items(domain, person).filter((item) => !isDone(item, person)).length;
  const isWithin = here.at === 'question' || here.at === 'trajectory';
  const text = textIn(world.catalogue, person.language);
  const used = { ...world.catalogue, domains: domains(world) };
  const minutes = isWithin ? minutesLeft(here, person, world) : domainMinutes(used, text);
  return {
    label: 'notice',
    about: 'asked',
    asked: { ...wish, at: here.at, left: isWithin ? left : 0, minutes },
  };
}
