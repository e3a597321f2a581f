import { oneLine } from '../conversation/one-line.ts';
import { longestReason, type Mark, marks, reasons } from './text-mark.ts';

/** Why a text is marked: one of the reasons that are often given, or in words, which go before. */
export interface MarkReason {
  readonly mark: Mark;
  readonly picked: string;
  readonly words: string;
}

/** The reason as it is kept; or what is wrong with it. */
export type JudgedMark =
  | { readonly reason: string }
  | { readonly why: 'no-reason' | 'other-mark' | 'too-long' };

export function judgeMark({ mark, picked, words }: MarkReason): JudgedMark {
  const said = oneLine(words);
  if (said.length > longestReason) return { why: 'too-long' };
  if (said !== '') return { reason: said };
  const reason = reasons[mark].find((one) => one === picked);
  if (reason !== undefined) return { reason };
  return { why: isReason(picked) ? 'other-mark' : 'no-reason' };
}

/** Whether it is one of those often given, of either mark. */
export const isReason = (text: string): boolean =>
  marks.some((mark) => reasons[mark].some((one) => one === text));
