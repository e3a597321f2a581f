import type { WishLetter } from '#application/mail/grant-wishes.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { wishLetter } from '#wording/letters/mail-letters.ts';
import type { Wording } from '#wording/wording.ts';
import type { MailLinks } from './mail-links.ts';

interface LetterParts {
  readonly viewOf: (consultation: Consultation, language: string) => Wording;
  readonly publicUrl: () => string;
  readonly mailLinks: MailLinks;
}

/** The letters that people asked for: with the way to the result or to the conversation, and the one that ends all letters. */
export const wishLetters =
  ({ viewOf, publicUrl, mailLinks }: LetterParts): WishLetter =>
  (its, wish, { language }, id) => {
    const url = publicUrl();
    const to = `${url}/c/${its.id}${wish === 'result' ? `/resultats?lang=${language}` : ''}`;
    const end = `${url}/c/${its.id}/prevenir/oublier?t=${mailLinks.end(id)}`;
    return wishLetter(viewOf(its, language), wish, to, end);
  };
