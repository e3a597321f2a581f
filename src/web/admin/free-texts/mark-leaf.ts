import type { Leaves } from '#domain/records/meet.ts';
import { marks, reasons, type TextMark } from '#domain/records/text-mark.ts';
import type { FieldWords } from '../at-once/conflict-part.ts';
import { oneField } from '../at-once/met-page.ts';
import type { AdminVisit } from '../visit.ts';

/** What was decided of a text, as one field; an empty text: nothing. */
export const markLeaf = (mark: Pick<TextMark, 'mark' | 'reason'> | undefined): Leaves =>
  new Map([['mark', mark === undefined ? '' : `${mark.mark}:${mark.reason}`]]);

/** A reason as it is read: one of ours by its words, or as somebody wrote it. */
export function reasonIn(reason: string, { say }: Pick<AdminVisit, 'say'>): string {
  const code = marks.flatMap((one) => reasons[one]).find((one) => one === reason);
  return code === undefined ? reason : say(`free-texts.reason.${code}`);
}

/** Two decisions on one text, as whoever chooses between them reads them. */
export const markWords = (visit: Pick<AdminVisit, 'say'>): FieldWords =>
  oneField(visit.say('free-texts.decision'), (text) => {
    const [kind, reason = ''] = text.split(/:(.*)/s);
    const mark = marks.find((one) => one === kind) ?? 'aside';
    return visit.say('free-texts.decided', {
      mark: visit.say(`free-texts.sorting.${mark}`),
      reason: reasonIn(reason, visit),
    });
  });
