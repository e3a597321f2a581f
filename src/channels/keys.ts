import { createHmac, randomInt } from 'node:crypto';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';

/** Keyed hashes that stand for people and conversations: nobody is recognised from one without the secret. */
export interface KeyMaker {
  readonly participant: (channel: string, user: string, consultation: string) => string;
  /** A person as a channel knows them, in any consultation. */
  readonly person: (channel: string, user: string) => string;
  readonly reference: (channel: string, conversation: string, consultation: string) => string;
  /** A channel, a group chat or a team. */
  readonly place: (channel: string, place: string) => string;
  readonly channelPost: (channel: string, conversation: string, consultation: string) => string;
  readonly resumeCode: (code: string) => string;
  /** Of a single-use code; remembered nowhere. */
  readonly entryCode: (consultation: string, code: string) => string;
}

export function createKeyMaker(secret: string): KeyMaker {
  // The same people come back turn after turn, and a hash costs as much as reading what they say.
  const known = new BoundedMap<string>(20_000);
  const hash = (...parts: string[]) => {
    const said = JSON.stringify(parts);
    const before = known.get(said);
    if (before !== undefined) return before;
    const made = hashed(said).slice(0, 32);
    known.put(said, made);
    return made;
  };
  const hashed = (said: string) => createHmac('sha256', secret).update(said).digest('base64url');
  return {
    participant: (channel, user, consultation) => hash('participant', channel, user, consultation),
    person: (channel, user) => hash('person', channel, user),
    reference: (channel, conversation, consultation) =>
      hash('reference', channel, conversation, consultation),
    place: (channel, place) => hash('place', channel, place),
    channelPost: (channel, conversation, consultation) => hash('venue', channel, conversation, consultation),
    resumeCode: (code) => hash('resume', code),
    // 96 bits: there are few, and whoever tries many waits.
    entryCode: (consultation, code) => hashed(JSON.stringify(['entry', consultation, code])).slice(0, 16),
  };
}

/** No letter or figure that is taken for another when read aloud or copied by hand. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Four letters and figures that tell two things of the same name apart. */
export const newMark = (): string => drawFour().toLowerCase();

const drawFour = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
