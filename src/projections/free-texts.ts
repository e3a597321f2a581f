import { createHash } from 'node:crypto';
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

interface FreeText {
  /** A hash of whose it is, what it is about and what it says. */
  readonly id: string;
  /** The question or trajectory that it is about. */
  readonly item: string;
  readonly kind: 'answer' | 'condition' | 'concern';
  readonly text: string;
}

interface Unclear {
  readonly item: string;
  readonly text: string;
}

interface Written {
  readonly consultation: string;
  readonly texts: readonly FreeText[];
  readonly unclear: readonly Unclear[];
}

/** Only those who shared something are held. */
export function createFreeTexts(feed: ChangeFeed): FreeTexts {
  const written = new Map<string, Written>();
  feed.add({
    participant(id, person) {
      const its = person && writtenBy(id, person);
      if (its === undefined || its.texts.length + its.unclear.length === 0) written.delete(id);
      else written.set(id, its);
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
    texts: textsBy(id, person),
    unclear: unclear.flatMap(({ item, text }) => (text === undefined ? [] : [{ item, text }])),
  };
}

/** The texts that somebody allows to be read, each by its hash. */
export const textsBy = (id: string, person: Participant): readonly FreeText[] =>
  sharedTexts(person).map((one) => ({ id: hashOf(id, one), ...one }));

const hashOf = (person: string, { item, kind, text }: Omit<FreeText, 'id'>): string =>
  createHash('sha256')
    .update(JSON.stringify([person, item, kind, text]))
    .digest('base64url')
    .slice(0, 32);
