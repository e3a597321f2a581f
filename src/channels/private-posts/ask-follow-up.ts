import { isSettled, type Mail } from '#application/mail/mail.ts';
import type { Telling, Told } from '#application/told.ts';
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

/** Of those who were told, whoever reads the address that people write to. */
const byLetter = 'letter';

/**
 * Reminds those who facilitate a consultation that people wait to read what was done: in a chat, and at the address that people write to;
 * each once.
 */
export async function askFollowUp(consultation: Consultation, told: Told, parts: AskParts): Promise<Telling> {
  const { views, mail, publicUrl } = parts;
  const inChat = await tellFacilitators(
    consultation,
    { label: 'notice', about: 'follow-up-due' },
    parts,
    told,
  );
  const to = addressIn(consultation.controller.contact);
  if (mail === undefined || to === undefined || told.already.includes(byLetter)) return inChat;
  const wording = views.of(consultation, consultation.language, 'directline');
  const link = `${publicUrl()}/animation/c/${consultation.id}/suites`;
  if (!isSettled(await mail.send({ to, ...followUpLetter(wording, link) }))) return 'behind';
  await told.note(byLetter);
  return inChat;
}
