import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { wayForward } from './group.ts';
import { personalContent } from './kept-replies.ts';
import type { World } from './world.ts';

/** What somebody keeps so far, with the way on; nothing before they have examined anything. */
export function personalReply(person: Participant, world: World): ReplyOf<'personal-scenario'> | undefined {
  const content = personalContent(person, world);
  if (content.scenario.domains.length === 0) return undefined;
  return { label: 'personal-scenario', ...content, ...wayForward(person, world) };
}
