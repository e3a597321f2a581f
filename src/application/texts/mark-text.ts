import { itemTitle } from '#domain/catalogue/item-title.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { type JudgedMark, judgeMark, type MarkReason } from '#domain/records/judge-mark.ts';
import type { TextMark } from '#domain/records/text-mark.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone } from '../parts.ts';

interface MarkWish {
  readonly code: string;
  /** The text's id. */
  readonly text: string;
  /** Absent: it has no mark any more. */
  readonly reason?: MarkReason;
  /** Whether the mark is as whoever acts has seen it; absent: they do not ask. */
  readonly isExpected?: (mark: TextMark | undefined) => boolean;
}

export type MarkOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'invalid'; readonly why: Extract<JudgedMark, { why: unknown }>['why'] }
  /** Somebody else marked it otherwise since it was seen. */
  | { readonly outcome: 'changed' }
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'now' | 'catalogues' | 'textsOf'>;

/** Marks a text to be quoted or set aside, or takes its mark away. */
export async function markText(
  parts: Parts,
  actor: Actor,
  { code, text: id, reason: given, isExpected }: MarkWish,
): Promise<MarkOutcome> {
  const { store, audit, now, catalogues, textsOf } = parts;
  const refused = refusal(actor, 'texts:read', code) ?? refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  const text = (await textsOf(code)).find((one) => one.id === id);
  // Whoever wrote it may have taken it back, or changed it, since it was read.
  if (its === undefined || text === undefined) return missing;
  const judged = given && judgeMark(given);
  if (judged !== undefined && 'why' in judged) return { outcome: 'invalid', why: judged.why };
  if (isExpected?.(await store.load('text-mark', id)) === false) return { outcome: 'changed' };
  if (given === undefined || judged === undefined) await store.erase('text-mark', id);
  else {
    const { mark } = given;
    const [at, by] = [now(), actor.id];
    await store.update('text-mark', id, () => ({
      ...{ schema: 1, id, version: 0, consultation: code, mark, reason: judged.reason, at, by },
    }));
    // Whoever wrote it may have been erased at this very moment.
    if (!(await textsOf(code)).some((one) => one.id === id)) {
      await store.erase('text-mark', id);
      return missing;
    }
  }
  // The item is named, the text never is.
  const facts = { name: itemTitle(textIn(catalogues.of(its), its.language), text.item) };
  await audit.write(actor, { action: 'text-marked', consultation: code, facts });
  return { outcome: 'done' };
}
