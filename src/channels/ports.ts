import type { Ports } from '#application/parts.ts';
import { isHalfway } from '#dialogs/place/halfway.ts';
import type { FreeTexts } from '#projections/free-texts.ts';
import type { Invitations } from './invitations.ts';
import type { ResultPosting } from './post-result.ts';
import { type AfarParts, tell } from './private-posts/post-afar.ts';
import { inWorld, nobody } from './turns/in-world.ts';
import type { Surroundings } from './turns/surroundings.ts';

interface PortsParts {
  readonly surroundings: Surroundings;
  readonly texts: FreeTexts;
  readonly afar: AfarParts;
  readonly posting: ResultPosting;
  readonly invitations: Invitations;
}

/** What use cases ask of the assistant: what is read of the group, and how people are reached. */
export function createPorts({ surroundings, texts, afar, posting, invitations }: PortsParts): Ports {
  const { tallies, now } = surroundings;
  return {
    groupOf: (consultation) => tallies.view(consultation, now()),
    textsOf: (consultation) => texts.of(consultation),
    post: (consultation) => posting.post(consultation),
    isHalfway: (person, consultation) =>
      inWorld(consultation, nobody, surroundings, (world) => isHalfway(person, world)),
    async remind(reference, consultation) {
      await tell(reference, consultation, { label: 'notice', about: 'reminder' }, afar);
    },
    invite: (consultation, by) => invitations.issue(consultation, by),
  };
}
