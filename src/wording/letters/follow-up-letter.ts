import { consultationNames } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { letter, type Written } from './mail-letters.ts';

/** Reminds whoever holds a consultation that people wait to read what was done; `link`: where it is written. */
export function followUpLetter(wording: Wording, link: string): Written {
  const { say } = wording;
  const { title } = consultationNames(wording);
  return {
    subject: say('follow-up.letter.subject', { title }),
    text: letter(wording, [
      say('follow-up.letter.what', { title }),
      `${say('follow-up.letter.how')}\n${link}`,
      say('follow-up.letter.once'),
    ]),
  };
}
