import type { Participant } from './participant.ts';

/** When somebody last answered. Of before that was written down: when they last said anything, or came. */
export const lastAnswerOf = ({ answeredAt, consent, updatedAt, startedAt }: Participant): string =>
  answeredAt ?? (consent === undefined ? startedAt : updatedAt);

/** Somebody after a turn, with when they last answered: to agree, and to say who one is, are answers as well. */
export function withLastAnswer(before: Participant, after: Participant, now: string): Participant {
  const { consent, answers, ballots, profile } = before;
  const isSame =
    consent === after.consent &&
    answers === after.answers &&
    ballots === after.ballots &&
    profile === after.profile;
  return { ...after, answeredAt: isSame && before.version > 0 ? lastAnswerOf(before) : now };
}
