import { type Consultation, isOver, isPublished, minGroups, stageOf } from './consultation.ts';
import { endOf } from './end-of.ts';
import { without } from './without.ts';

interface Publication {
  /** When the result was released that is published. */
  readonly releasedAt: string;
  /** Ids of the texts that go with it; absent: those that go with it now. */
  readonly quotes?: readonly string[];
  /** Whether they are others than those that go with it now. */
  readonly hasOtherQuotes: boolean;
}

/**
 * The consultation with its result published, to be posted, and what was planned done with; the same one when nothing about it
 * is new.
 */
export function publish(its: Consultation, publication: Publication, now: string): Consultation {
  const { releasedAt, quotes, hasOtherQuotes } = publication;
  const isNew = !isPublished(its, releasedAt);
  if (!isNew && !hasOtherQuotes) return its;
  return {
    ...(isNew ? without(its, 'publishAt') : its),
    ...(isNew && { publishedAt: now, posting: true }),
    ...(quotes && { quotes: [...quotes] }),
  };
}

/**
 * The consultation with the moment from which on the program publishes, or without one; nothing where nothing is published by
 * itself any more: a draft, one put away, one whose answers are erased.
 */
export function withPlan(its: Consultation, at: string | undefined): Consultation | undefined {
  if (at === undefined) return its.publishAt === undefined ? its : without(its, 'publishAt');
  if (its.draft || isOver(its)) return undefined;
  return its.publishAt === at ? its : { ...its, publishAt: at };
}

/** Whether anyone may read the result on a page: it was published, and its smallest group is large enough for that. */
export const isPublic = ({
  publishedAt,
  minGroup,
}: Pick<Consultation, 'publishedAt' | 'minGroup'>): boolean =>
  publishedAt !== undefined && minGroup >= minGroups.public;

/** Whether nothing was published since people were last let answer. */
export const isBeforePublic = ({
  publishedAt,
  reopenedAt,
}: Pick<Consultation, 'publishedAt' | 'reopenedAt'>): boolean =>
  publishedAt === undefined || (reopenedAt !== undefined && publishedAt < reopenedAt);

/**
 * Why the program publishes by itself now: the day came that a facilitator wished for, or the final result takes the place of
 * what was published before the end. Nothing: it does not.
 */
export function publicationDue(its: Consultation, now: string): 'planned' | 'final' | undefined {
  const { publishAt, publishedAt, final, erasure } = its;
  if (erasure !== undefined || its.draft) return undefined;
  if (publishAt !== undefined && publishAt <= now) return 'planned';
  if (publishedAt === undefined || final === undefined || stageOf(its, now) !== 'closed') return undefined;
  const end = endOf(its);
  const wasOpen = end !== undefined && publishedAt < end;
  return wasOpen && !isPublished(its, final.at) ? 'final' : undefined;
}
