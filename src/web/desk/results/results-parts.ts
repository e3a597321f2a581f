import type { View } from '#cards/view.ts';
import type { Groups } from '#channels/groups.ts';
import type { Catalogues } from '#domain/catalogues.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { GroupView } from '#domain/group-scenario.ts';
import type { VisionView } from '#domain/shared-vision.ts';
import type { Press } from '#papers/press/press.ts';
import { visionView } from '#scenario/vision.ts';
import type { Store } from '#store/store.ts';
import type { Journal } from '../journal.ts';

/** What the pages about results need. */
export interface ResultsParts {
  readonly store: Store;
  readonly groups: Groups;
  readonly catalogues: Catalogues;
  readonly journal: Journal;
  readonly press: Press;
  readonly viewOf: (its: Consultation, language: string) => View;
}

/** What may be shown of a consultation now, its release durable. */
export async function shownOf(
  consultation: Consultation,
  now: string,
  { groups, catalogues }: Pick<ResultsParts, 'groups' | 'catalogues'>,
): Promise<{ readonly group: GroupView; readonly vision: VisionView }> {
  await groups.ready;
  const group = groups.view(consultation, now);
  await groups.settled();
  return { group, vision: visionView(group, catalogues.of(consultation)) };
}
