import { type Part, unchanged } from './part.ts';
import type { ConsultationSettings } from './settings.ts';

/** Who may see provisional results; as usual, whoever has answered, it stands nowhere. */
export function provisionalOf({ provisionalFor }: ConsultationSettings): Part {
  if (provisionalFor === undefined) return unchanged;
  return {
    changed: provisionalFor === 'answered' ? {} : { provisionalFor },
    drop: ['provisionalFor'],
    problems: [],
  };
}
