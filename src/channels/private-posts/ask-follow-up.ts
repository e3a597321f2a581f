import type { Mail } from '#application/mail/mail.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { addressIn } from '#domain/mail/read-addresses.ts';
import { followUpLetter } from '#wording/letters/follow-up-letter.ts';
import type { AfarParts } from './post-afar.ts';
import { tellFacilitators } from './warn-facilitators.ts';

interface AskParts extends AfarParts {
  readonly publicUrl: () => string;
  /** Absent: no letters can be sent. */
  readonly mail?: Mail | undefined;
}

/** Reminds those who facilitate a consultation that people wait to read what was done: in a chat, and at the address that people write to. */
export async function askFollowUp(consultation: Consultation, parts: AskParts): Promise<void> {
  const { views, mail, publicUrl } = parts;
  await tellFacilitators(consultation, { label: 'notice', about: 'follow-up-due' }, parts);
  const to = addressIn(consultation.controller.contact);
  if (mail === undefined || to === undefined) return;
  const wording = views.of(consultation, consultation.language, 'directline');
  const link = `${publicUrl()}/animation/c/${consultation.id}/suites`;
  await mail.send({ to, ...followUpLetter(wording, link) });
}
