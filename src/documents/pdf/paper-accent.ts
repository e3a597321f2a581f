import type { Consultation } from '#domain/consultation/consultation.ts';
import { palette } from './palette.ts';

/** Of words to what they stand on, at the least (WCAG 2.2, 1.4.3). */
const least = 4.5;

/**
 * What titles and marks of a consultation's papers are printed in: the colour of whoever holds it, as dark as it must be to be read
 * on all that papers are set on; else the program's own. What is drawn of results keeps its own colours, which are told apart in grey.
 */
export function paperAccent({ accent }: Pick<Consultation, 'accent'>): string {
  if (accent === undefined) return palette.accent;
  const parts = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
  for (let share = 100; share > 0; share -= 2) {
    const dark = parts.map((part) => Math.round((part * share) / 100));
    if (isRead(dark)) return `#${dark.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }
  return palette.ink;
}

const isRead = (parts: readonly number[]): boolean => (ground + 0.05) / (luminance(parts) + 0.05) >= least;

/** Relative luminance, 0 to 1, of red, green and blue from 0 to 255. */
function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The darkest ground of papers. */
const ground = luminance([1, 3, 5].map((at) => Number.parseInt(palette.quiet.slice(at, at + 2), 16)));
