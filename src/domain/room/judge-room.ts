import { oneLine } from '../conversation/one-line.ts';
import { type RoomNote, roomBounds, Subject } from './live-session.ts';

/** What is wrong in what the facilitator wrote; each has its wording, at the field of its name. */
export type RoomProblem =
  | { readonly field: 'trajectory'; readonly code: 'unknown' }
  | { readonly field: 'question' | 'note'; readonly code: 'empty' | 'long' }
  | { readonly field: 'who' | 'when'; readonly code: 'long' }
  | { readonly field: 'labels'; readonly code: 'missing' | 'long' | 'alike' };

/** A question as it was written. */
export interface OwnQuestion {
  readonly question: string;
  readonly labels: readonly string[];
}

export type JudgedSubject = { readonly subject: Subject } | { readonly problem: RoomProblem };

/** A question of the facilitator's own, as it is kept; or the first thing that is wrong with it. */
export function judgeQuestion(given: OwnQuestion): JudgedSubject {
  const question = oneLine(given.question);
  const labels = given.labels.map(oneLine);
  const wrong = (problem: RoomProblem) => ({ problem });
  if (question === '') return wrong({ field: 'question', code: 'empty' });
  if (question.length > roomBounds.question) return wrong({ field: 'question', code: 'long' });
  if (labels.length !== 5 || labels.includes('')) return wrong({ field: 'labels', code: 'missing' });
  if (labels.some(({ length }) => length > roomBounds.label)) return wrong({ field: 'labels', code: 'long' });
  const different = new Set(labels.map((label) => label.toLocaleLowerCase('fr')));
  if (different.size < 5) return wrong({ field: 'labels', code: 'alike' });
  return { subject: Subject.parse({ kind: 'own', question, labels }) };
}

/** What was decided, as it was written. */
export interface WrittenNote {
  readonly text: string;
  readonly who: string;
  readonly when: string;
}

export function judgeNote(
  given: WrittenNote,
): { readonly note: Pick<RoomNote, 'text' | 'who' | 'when'> } | { readonly problem: RoomProblem } {
  const [text, who, when] = [given.text, given.who, given.when].map(oneLine);
  if (text === undefined || text === '') return { problem: { field: 'note', code: 'empty' } };
  if (text.length > roomBounds.note) return { problem: { field: 'note', code: 'long' } };
  if (who !== undefined && who.length > roomBounds.who) return { problem: { field: 'who', code: 'long' } };
  if (when !== undefined && when.length > roomBounds.when)
    return { problem: { field: 'when', code: 'long' } };
  return { note: { text, ...(who && { who }), ...(when && { when }) } };
}
