import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';

/** Whoever holds something of each person that need not be derived again at each start. */
export interface DigestHolder {
  /** What is held of somebody of a consultation, as JSON; nothing when that is nothing. */
  digestOf(id: string, consultation: string): unknown;
  /** Takes what was once held of somebody in place of the person; whether it could. */
  restore(id: string, consultation: string, digest: unknown): boolean;
}

/** What all subscribers hold of a person, as one line of text: see `Digests` of the store. */
export interface FeedDigests {
  readonly form: string;
  consultation(consultation: Consultation): void;
  participant(id: string, person: Participant | undefined): void;
  of(id: string): string | undefined;
  restore(id: string, digest: string): boolean;
}

/** To be raised with every change of what is derived of a person: then everybody is read anew. */
const form = 'participation, tally, lists, texts, last answers and paper sheets, 3';

/** The person's consultation, what it asked then, and what each subscriber held. */
const Digest = z.tuple([z.string(), z.string()]).rest(z.unknown());

export function createFeedDigests(subscribers: readonly Partial<DigestHolder>[]): FeedDigests {
  const prints = new Map<string, string>();
  const places = new Map<string, string>();
  return {
    form,
    consultation: (one) => void prints.set(one.id, printOf(one)),
    participant(id, person) {
      if (person === undefined) places.delete(id);
      else places.set(id, person.consultation);
    },
    of(id) {
      const code = places.get(id);
      const print = code === undefined ? undefined : prints.get(code);
      if (code === undefined || print === undefined) return undefined;
      return JSON.stringify([code, print, ...subscribers.map((one) => one.digestOf?.(id, code) ?? null)]);
    },
    restore(id, digest) {
      const [code = '', print, ...held] = read(digest) ?? [];
      if (print === undefined || prints.get(code) !== print || held.length !== subscribers.length)
        return false;
      const isRestored = subscribers.every((one, i) => held[i] === null || one.restore?.(id, code, held[i]));
      if (isRestored) places.set(id, code);
      return isRestored;
    },
  };
}

function read(digest: string): z.infer<typeof Digest> | undefined {
  try {
    return Digest.safeParse(JSON.parse(digest)).data;
  } catch {
    return undefined;
  }
}

/** All of a consultation that what is derived of a person hangs on. */
const printOf = ({ catalogue, domains, trajectories, length, timeZone }: Consultation): string =>
  createHash('sha256')
    .update(JSON.stringify([catalogue, domains, trajectories, length, timeZone]))
    .digest('base64url')
    .slice(0, 12);
