import { degrees, isTurned } from './degree.ts';
import type { Token } from './tokens.ts';

/** Whether a reply denies, doubts or makes a condition anywhere: a "yes" in it is then no clear yes. */
export function isDoubtful(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, at) => {
    const degree = degrees(tokens, at)?.meaning;
    return doubts.has(text) || (degree !== undefined && isTurned(degree));
  });
}

const doubts = new Set(
  'mais but si if sauf except unless jamais never plus tard later quand when pourquoi why ? ne n t'.split(
    ' ',
  ),
);
