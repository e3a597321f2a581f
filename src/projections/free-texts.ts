import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Participant } from '#domain/participant/participant.ts';
import { sharedTexts, textKinds } from '#domain/participant/shared-texts.ts';
import type { ChangeFeed } from './change-feed.ts';
import { inSlices } from './in-slices.ts';

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
  kind: z.enum(textKinds),
  text: z.string(),
});
type FreeText = z.infer<typeof FreeText>;

const Unclear = z.strictObject({ item: z.string(), text: z.string() });
type Unclear = z.infer<typeof Unclear>;

const Written = z.strictObject({
  consultation: z.string(),
  texts: z.array(FreeText).readonly(),
  unclear: z.array(Unclear).readonly(),
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
  const of = async <T>(consultation: string, shared: (one: Written) => readonly T[]) => {
    await feed.ready;
    const all: T[] = [];
    await inSlices(written.values(), (one) => {
      if (one.consultation === consultation) all.push(...shared(one));
    });
    return all;
  };
  return {
    of: async (consultation) => sortedInSlices(await of(consultation, ({ texts }) => texts), ({ id }) => id),
    unclear: async (consultation) =>
      sortedInSlices(await of(consultation, ({ unclear }) => unclear), ({ text }) => text),
  };
}

/** Many texts in order, a handful after the other: those whose keys begin alike. */
async function sortedInSlices<T>(all: readonly T[], keyOf: (one: T) => string): Promise<readonly T[]> {
  const handfuls = new Map<string, T[]>();
  await inSlices(all, (one) => {
    const start = keyOf(one).slice(0, 2);
    const handful = handfuls.get(start);
    if (handful === undefined) handfuls.set(start, [one]);
    else handful.push(one);
  });
  const sorted: T[] = [];
  const inOrder = [...handfuls].sort(([a], [b]) => (a < b ? -1 : 1));
  await inSlices(inOrder, ([, handful]) => {
    sorted.push(...handful.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
  });
  return sorted;
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
