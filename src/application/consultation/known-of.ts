import type { Known } from '#domain/consultation/checklist/checklist.ts';
import { type Consultation, isPublished } from '#domain/consultation/consultation.ts';
import type { Application } from '../parts.ts';
import { marksOf } from '../texts/text-marks.ts';
import { channelsOf } from './channels-of.ts';

/** What is known of a consultation beside its record; nothing is asked of the people of a draft, which has none. */
export async function knownOf(
  { store, groupOf, participationOf, textsOf }: Application,
  its: Consultation,
  before: Pick<Known, 'lacks' | 'isTried'>,
): Promise<Known> {
  if (its.draft) return { ...before, took: 0, places: 0, texts: 0, unread: 0, result: 'waiting' };
  const [group, { took }, texts, marks, places] = await Promise.all([
    groupOf(its),
    participationOf(its),
    textsOf(its.id),
    marksOf(its.id, store),
    channelsOf(its.id, store),
  ]);
  const unread = texts.filter(({ id }) => !marks.has(id)).length;
  const isReleased = group.state === 'released';
  const result = isReleased ? (isPublished(its, group.at) ? 'published' : 'released') : 'waiting';
  return { ...before, took: took.took, places, texts: texts.length, unread, result };
}
