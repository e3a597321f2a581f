import type { Reply } from '#domain/conversation/reply.ts';
import { idOf } from './items.ts';
import type { Place } from './place.ts';

/** A name for what is asked at a place. */
export function askedAt(here: Place): string {
  switch (here.at) {
    case 'question':
    case 'trajectory':
      return idOf(here);
    case 'second-look':
      return secondLookOf(here.trajectory.id);
    case 'titles':
      return titlesOf(here.domain.id);
    case 'proposal':
      return proposalOf(here.domain.id);
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
    case 'second-look':
      return secondLookOf(reply.trajectory);
    case 'menu':
      return reply.of === 'titles' ? titlesOf(reply.domain) : 'menu';
    case 'proposal':
      return proposalOf(reply.domain);
    case 'confirmation':
      return reply.of;
    case 'entry-code':
      return 'entry-code';
    case 'notice':
      return reply.about === 'declined' ? 'declined' : undefined;
    case 'consent':
    case 'profile':
      return reply.label;
    default:
      return undefined;
  }
}

const proposalOf = (domain: string): string => `proposal-${domain}`;

const titlesOf = (domain: string): string => `titles-${domain}`;

const secondLookOf = (trajectory: string): string => `second-look-${trajectory}`;
