import { promisedBy, retentionOf } from '#domain/consultation/retention/retention.ts';
import { dated } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** The same in so few words that it is read: when everything is gone. */
export const retentionInShort = (wording: Wording): string => retentionText(wording, 'short');

/** For how long answers are kept, as people read it before they agree. */
export function retentionText(wording: Wording, said: 'retention' | 'short' = 'retention'): string {
  const { say, consultation } = wording;
  const { closesAt, retentionMonths: months } = consultation;
  const retention = retentionOf(consultation);
  const day = retention && dated(wording, retention.eraseAt);
  const { monthsAfterAnswer } = promisedBy(consultation);
  // Of what was promised one after the other, the first that comes holds: both are said.
  if (monthsAfterAnswer !== undefined) {
    const after = say(`card.consent.${said}.after-answer`, { months: monthsAfterAnswer });
    return day === undefined ? after : `${after} ${say(`card.consent.${said}.at-latest`, { day })}`;
  }
  const isUsual = retentionOf({ ...consultation, promised: undefined })?.eraseOn === retention?.eraseOn;
  if (closesAt !== undefined && isUsual)
    return say(`card.consent.${said}.after-end`, { months, day: day ?? '' });
  return say(`card.consent.${said}.until`, { day: day ?? '' });
}

/** That the answers are gone and these results stay; nothing while they are there. */
export function erasedText(wording: Wording): string | undefined {
  const { say, consultation } = wording;
  const { erasure, final } = consultation;
  if (erasure === undefined) return undefined;
  const day = dated(wording, erasure.doneAt ?? erasure.beganAt);
  return say(final === undefined ? 'results.erased-without' : 'results.erased', { day });
}
