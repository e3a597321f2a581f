import type { Reply } from '#domain/conversation/reply.ts';
import { idOf, type Place } from './place.ts';

/** A name for what is asked at a place. */
export function askedAt(here: Place): string {
  switch (here.at) {
    case 'question':
    case 'trajectory':
      return idOf(here);
    case 'titles':
      return titlesOf(here.domain.id);
    default:
      return here.at;
  }
}

/** The same name for what a reply asks; nothing when it asks nothing. */
export function askedBy(reply: Reply): string | undefined {
  switch (reply.label) {
    case 'retry':
      return askedBy(reply.asked);
    case 'question':
      return reply.question;
    case 'trajectory':
      return reply.trajectory;
    case 'menu':
      return reply.of === 'titles' ? titlesOf(reply.domain) : 'menu';
    case 'confirmation':
      return reply.of;
    case 'notice':
      return reply.about === 'declined' ? 'declined' : undefined;
    case 'consent':
    case 'profile':
      return reply.label;
    default:
      return undefined;
  }
}

const titlesOf = (domain: string): string => `titles-${domain}`;
