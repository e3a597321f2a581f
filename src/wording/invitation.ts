import type { Stage } from '#domain/consultation/consultation.ts';
import { lastDayOf } from '#domain/consultation/end-of.ts';
import { consultationNames, dated, domainTitle, joined, within } from './titles.ts';
import type { Wording } from './wording.ts';

/** What an invitation says of a consultation, wherever it stands. Never who took part. */
export interface InvitationWords {
  readonly title: string;
  /** Until when, or since when no more. */
  readonly when: string;
  readonly purpose: string;
  readonly domains: string;
  readonly took: string;
  readonly apart: string;
}

export function invitationWords(wording: Wording, stage: Stage, took: number): InvitationWords {
  const { say } = wording;
  const { title, territory } = consultationNames(wording);
  return {
    title,
    when: whenOf(wording, stage),
    purpose: say('card.invitation.purpose', { territory }),
    domains: say('card.invitation.domains', { domains: domainsOf(wording) }),
    took: say('card.invitation.took', { n: took }),
    apart: say('card.invitation.apart'),
  };
}

function whenOf(wording: Wording, stage: Stage): string {
  const { say, consultation } = wording;
  const last = lastDayOf(consultation);
  if (stage === 'early') return say('card.invitation.opens', { date: dated(wording, consultation.opensAt) });
  if (stage === 'closed') return say('card.invitation.closed');
  if (last === undefined) return say('card.invitation.open');
  return say('card.invitation.until', { date: dated(wording, last) });
}

function domainsOf(wording: Wording): string {
  const titles = wording.consultation.domains.map((id) => domainTitle(wording, id));
  // The titles hold "and" themselves.
  return joined(
    wording,
    titles.map((title, i) => (i === 0 ? title : within(title, wording))),
  );
}
