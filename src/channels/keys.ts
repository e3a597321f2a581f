import { createHmac, randomInt } from 'node:crypto';

/** Keyed hashes that stand for people and conversations: nobody is recognised from one without the secret. */
export interface KeyMaker {
  readonly participant: (channel: string, user: string, consultation: string) => string;
  readonly reference: (channel: string, conversation: string) => string;
  readonly resumeCode: (code: string) => string;
}

export function createKeyMaker(secret: string): KeyMaker {
  const hash = (...parts: string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
  return {
    participant: (channel, user, consultation) => hash('participant', channel, user, consultation),
    reference: (channel, conversation) => hash('reference', channel, conversation),
    resumeCode: (code) => hash('resume', code),
  };
}

/** No letter or figure that is taken for another when read aloud or copied by hand. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A resume code such as `KTMP-4P7R`: eight letters out of 31, nearly 40 bits. */
export function newResumeCode(): string {
  const draw = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${draw()}-${draw()}`;
}

/** The resume code in what was typed, as it is written; nothing when it does not look like one. */
export function resumeCodeIn(text: string): string | undefined {
  const compact = text.length > 40 ? '' : text.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  if (compact.length !== 8 || ![...compact].every((letter) => letters.includes(letter))) return undefined;
  return /\d/.test(compact) || /\p{Pd}/u.test(text)
    ? `${compact.slice(0, 4)}-${compact.slice(4)}`
    : undefined;
}
