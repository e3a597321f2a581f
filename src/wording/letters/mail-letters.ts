import { lastDayOf } from '#domain/consultation/end-of.ts';
import type { MailWish } from '#domain/records/mail-contact.ts';
import { consultationNames, dated } from '../titles.ts';
import type { Wording } from '../wording.ts';

export interface Written {
  readonly subject: string;
  readonly text: string;
}

/** Asks whoever reads an address whether it was them; `link` confirms it. */
export function confirmationLetter(wording: Wording, link: string): Written {
  const { say } = wording;
  const { title, controller } = consultationNames(wording);
  return {
    subject: say('mail.letter.confirm.subject', { title }),
    text: letter(wording, [
      `${say('mail.letter.confirm.what', { title })}\n${link}`,
      say('mail.letter.confirm.not-you'),
      controller,
    ]),
  };
}

/** What somebody asked to be told; `to`: the conversation, or the result; `end`: the link that ends it. */
export function wishLetter(wording: Wording, wish: MailWish, to: string, end: string): Written {
  const { say, consultation } = wording;
  const { title, controller } = consultationNames(wording);
  const last = lastDayOf(consultation);
  const until =
    wish !== 'result' && last !== undefined ? [say('mail.letter.until', { day: dated(wording, last) })] : [];
  return {
    subject: say(`mail.letter.${wish}.subject`, { title }),
    text: letter(wording, [
      `${say(`mail.letter.${wish}.what`, { title })}\n${to}`,
      ...until,
      controller,
      `${say('mail.letter.end')}\n${end}`,
    ]),
  };
}

/** Paragraphs after a greeting. */
export const letter = ({ say }: Wording, parts: readonly string[]): string =>
  [say('mail.letter.hello'), ...parts].join('\n\n');
