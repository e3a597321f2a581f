import { longestReason, type Mark, marks, reasons, type TextMark } from '#domain/records/text-mark.ts';
import type { Store } from '#store/store.ts';
import type { Form } from '#web/http/form.ts';

/** What a form decides of a text: a mark with its reason, or that it has none any more. */
type Decision =
  | { readonly kind: 'marked'; readonly mark: Mark; readonly reason: string }
  | { readonly kind: 'unmarked' }
  /** What is wrong with the reason. */
  | { readonly kind: 'wrong'; readonly why: 'no-reason' | 'other-mark' | 'too-long' };

/** Reads it: a button pressed, a reason picked, or written in words, which go before. */
export function readDecision(form: Form): Decision {
  const mark = marks.find((one) => form.one(one) !== '');
  if (mark === undefined) return { kind: 'unmarked' };
  const words = form.one('words').replace(/\s+/g, ' ');
  if (words.length > longestReason) return { kind: 'wrong', why: 'too-long' };
  if (words !== '') return { kind: 'marked', mark, reason: words };
  const picked = form.one('reason');
  const reason = reasons[mark].find((one) => one === picked);
  if (reason !== undefined) return { kind: 'marked', mark, reason };
  const isOther = marks.some((one) => reasons[one].some((it) => it === picked));
  return { kind: 'wrong', why: isOther ? 'other-mark' : 'no-reason' };
}

/** Writes it down; whoever decides last is right. */
export async function keepDecision(
  { id, consultation }: Pick<TextMark, 'id' | 'consultation'>,
  decision: Exclude<Decision, { kind: 'wrong' }>,
  { by, at }: Pick<TextMark, 'by' | 'at'>,
  store: Store,
): Promise<void> {
  if (decision.kind === 'unmarked') return store.erase('text-mark', id);
  const { mark, reason } = decision;
  for (;;) {
    const before = await store.load('text-mark', id);
    const version = before?.version ?? 0;
    const saved = await store.save('text-mark', {
      ...{ schema: 1, id, version, consultation, mark, reason, at, by },
    });
    if (saved.outcome === 'saved') return;
  }
}
