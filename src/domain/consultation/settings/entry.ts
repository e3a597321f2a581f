import { type Part, unchanged } from './part.ts';
import type { ConsultationSettings } from './settings.ts';

/** Who may come in; as usual, whoever has the link, it stands nowhere. */
export function entryOf({ entry }: ConsultationSettings): Part {
  if (entry === undefined) return unchanged;
  return { changed: entry === 'link' ? {} : { entry }, drop: ['entry'], problems: [] };
}
