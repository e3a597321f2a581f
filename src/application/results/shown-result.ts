import type { Consultation } from '#domain/consultation/consultation.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { visionView } from '#scenario/vision.ts';
import type { Application } from '../parts.ts';

/** What may be shown of a consultation now, its release durable. */
export async function shownResult(
  { groupOf, catalogues }: Pick<Application, 'groupOf' | 'catalogues'>,
  its: Consultation,
): Promise<{ readonly group: GroupView; readonly vision: VisionView }> {
  const group = await groupOf(its);
  return { group, vision: visionView(group, catalogues.of(its)) };
}
