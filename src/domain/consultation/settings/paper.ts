import { type Part, unchanged } from './part.ts';
import type { ConsultationSettings } from './settings.ts';

/** How paper sheets are counted; as usual, with the others, it stands nowhere. */
export function paperOf({ paper }: ConsultationSettings): Part {
  if (paper === undefined) return unchanged;
  return { changed: paper === 'with' ? {} : { paper }, drop: ['paper'], problems: [] };
}
