import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Participant } from '#domain/participant/participant.ts';
import { sharedTexts } from '#domain/participant/shared-texts.ts';
import type { ChangeFeed } from './change-feed.ts';

/** Texts that their authors allow those who facilitate to read, never with who wrote them; those of before the start among them. */
export interface FreeTexts {
  /** Of a consultation, in an order that tells nothing of who wrote which. */
  of(consultation: string): Promise<readonly FreeText[]>;
  /** Replies that were not understood, of those who allow them to be read. */
  unclear(consultation: string): Promise<readonly Unclear[]>;
}

const FreeText = z.strictObject({
  /** A hash of whose it is, what it is about and what it says. */
  id: z.string(),
  /** The question or trajectory that it is about. */
  item: z.string(),
  kind: z.enum(['answer', 'condition', 'concern']),
  text: z.string(),
});
type FreeText = z.infer<typeof FreeText>;

const Unclear = z.strictObject({ item: z.string(), text: z.string() });
type Unclear = z.infer<typeof Unclear>;

const Written = z.strictObject({
  consultation: z.string(),
  texts: z.array(FreeText),
  unclear: z.array(Unclear),
});
type Written = z.infer<typeof Written>;

/** Only those who shared something are held. */
export function createFreeTexts(feed: ChangeFeed): FreeTexts {
  const written = new Map<string, Written>();
  feed.add({
    participant(id, person) {
      const its = person && writtenBy(id, person);
      if (its === undefined || its.texts.length + its.unclear.length === 0) written.delete(id);
      else written.set(id, its);
    },
    digestOf: (id) => written.get(id),
    restore(id, _, digest) {
      const its = Written.safeParse(digest).data;
      if (its !== undefined) written.set(id, its);
      return its !== undefined;
    },
  });
  const of = async (consultation: string) => {
    await feed.ready;
    return [...written.values()].filter((one) => one.consultation === consultation);
  };
  return {
    of: async (consultation) =>
      (await of(consultation)).flatMap(({ texts }) => texts).sort((a, b) => (a.id < b.id ? -1 : 1)),
    unclear: async (consultation) =>
      (await of(consultation)).flatMap(({ unclear }) => unclear).sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

function writtenBy(id: string, person: Participant): Written {
  const { consultation, unclear = [] } = person;
  return {
    consultation,
    texts: sharedTexts(person).map((one) => ({ id: hashOf(id, one), ...one })),
    unclear: unclear.flatMap(({ item, text }) => (text === undefined ? [] : [{ item, text }])),
  };
}

const hashOf = (person: string, { item, kind, text }: Omit<FreeText, 'id'>): string =>
  createHash('sha256')
    .update(JSON.stringify([person, item, kind, text]))
    .digest('base64url')
    .slice(0, 32);
