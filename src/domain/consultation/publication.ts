import { type Consultation, isPublished } from './consultation.ts';

interface Publication {
  /** When the result was released that is published. */
  readonly releasedAt: string;
  /** Ids of the texts that go with it; absent: those that go with it now. */
  readonly quotes?: readonly string[];
  /** Whether they are others than those that go with it now. */
  readonly hasOtherQuotes: boolean;
}

/** The consultation with its result published, to be posted; the same one when nothing about it is new. */
export function publish(its: Consultation, publication: Publication, now: string): Consultation {
  const { releasedAt, quotes, hasOtherQuotes } = publication;
  const isNew = !isPublished(its, releasedAt);
  if (!isNew && !hasOtherQuotes) return its;
  return {
    ...its,
    ...(isNew && { publishedAt: now, posting: true }),
    ...(quotes && { quotes: [...quotes] }),
  };
}
