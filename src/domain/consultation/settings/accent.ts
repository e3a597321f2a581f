import { type Part, unchanged } from './part.ts';
import { type ConsultationSettings, wrong } from './settings.ts';

/** The colour of whoever holds it, for papers: six figures of the base 16, with or without the sign before them; an empty text is none. */
export function accentOf({ accent }: ConsultationSettings): Part {
  if (accent === undefined) return unchanged;
  const [, figures] = /^#?([0-9a-f]{6})$/i.exec(accent?.trim() ?? '') ?? [];
  const isNone = (accent?.trim() ?? '') === '';
  return {
    changed: figures === undefined ? {} : { accent: `#${figures.toLowerCase()}` },
    drop: ['accent'],
    problems: figures === undefined && !isNone ? [wrong('accent', 'wrong-accent')] : [],
  };
}
