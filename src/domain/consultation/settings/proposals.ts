import { type Part, unchanged } from './part.ts';
import type { ConsultationSettings } from './settings.ts';

/** Whether people may propose trajectories of their own; as usual, they may not, it stands nowhere. */
export function proposalsOf({ proposals }: ConsultationSettings): Part {
  if (proposals === undefined) return unchanged;
  return { changed: proposals === 'none' ? {} : { proposals }, drop: ['proposals'], problems: [] };
}
