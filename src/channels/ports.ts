import type { Mail } from '#application/mail/mail.ts';
import type { Ports } from '#application/parts.ts';
import { isHalfway } from '#dialogs/place/halfway.ts';
import type { FreeTexts } from '#projections/free-texts.ts';
import type { LastAnswers } from '#projections/last-answers.ts';
import type { PaperSheets } from '#projections/paper-sheets.ts';
import type { RoomProjection } from '#projections/room.ts';
import type { Invitations } from './invitations.ts';
import type { Posting } from './post-result.ts';
import { askFollowUp } from './private-posts/ask-follow-up.ts';
import { type AfarParts, tell } from './private-posts/post-afar.ts';
import { warnFacilitators } from './private-posts/warn-facilitators.ts';
import { inWorld, nobody } from './turns/in-world.ts';
import type { Surroundings } from './turns/surroundings.ts';

interface PortsParts {
  readonly surroundings: Surroundings;
  readonly texts: FreeTexts;
  readonly room: RoomProjection;
  readonly afar: AfarParts;
  readonly posting: Posting;
  readonly tellRound: Ports['tellRound'];
  readonly invitations: Invitations;
  readonly lastAnswers: LastAnswers;
  readonly sheets: PaperSheets;
  readonly publicUrl: () => string;
  /** Absent: no letters can be sent. */
  readonly mail?: Mail | undefined;
  /** Drops what was said in the conversations of a consultation. */
  readonly forgetPeople: (consultation: string) => void;
}

/** What use cases ask of the assistant: what is read of the group, and how people are reached. */
export function createPorts(parts: PortsParts): Ports {
  const { surroundings, texts, room, afar, posting, invitations, lastAnswers, sheets } = parts;
  const { forgetPeople, mail, publicUrl, tellRound } = parts;
  const { tallies, now } = surroundings;
  return {
    groupOf: (consultation) => tallies.view(consultation, now()),
    participationOf: async (consultation) => ({
      took: await tallies.participationIn(consultation),
      participation: await surroundings.participation.of(consultation),
    }),
    lastAnswerIn: lastAnswers.of,
    sheetsOf: sheets.of,
    forgetPeople,
    tellRound,
    warn: (consultation, eraseAt, told) => warnFacilitators(consultation, eraseAt, afar, told),
    askFollowUp: (consultation, told) => askFollowUp(consultation, told, { ...afar, mail, publicUrl }),
    textsOf: (consultation) => texts.of(consultation),
    votesOf: room.votesOf,
    post: (consultation) => posting.post(consultation),
    isHalfway: (person, consultation) =>
      inWorld(consultation, nobody, surroundings, (world) => isHalfway(person, world)),
    async remind(reference, consultation) {
      await tell(reference, consultation, { label: 'notice', about: 'reminder' }, afar);
    },
    keyOfEntryCode: surroundings.keys.entryCode,
    invite: (consultation, by) => invitations.issue(consultation, by),
  };
}
