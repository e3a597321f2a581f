import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import type { Reference } from '#domain/records/records.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone } from '../parts.ts';

export type ReminderOutcome =
  /** How many are reminded; `told` settles once each was told, or could not be. */
  | { readonly outcome: 'done'; readonly n: number; readonly told: Promise<void> }
  /** People cannot answer now: nobody is reminded of it. */
  | { readonly outcome: 'unfit'; readonly consultation: Consultation }
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'now' | 'isHalfway' | 'remind'>;

/**
 * Reminds those who stopped half-way, each at most once in two days, even when a stop cuts the round short: it is noted
 * before it is said.
 */
export async function remindHalfway(
  parts: Parts,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<ReminderOutcome> {
  const { store, audit, now } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const consultation = await store.load('consultation', code);
  if (consultation === undefined) return missing;
  if (!isOpen(consultation, now())) return { outcome: 'unfit', consultation };
  const reminded: Reference[] = [];
  for await (const { record } of store.changes('reference', 0)) {
    if (record?.consultation !== code || record.group || record.stopped) continue;
    if (await isNoted(record, consultation, parts)) reminded.push(record);
  }
  const n = reminded.length;
  await audit.write(actor, { action: 'reminded', consultation: code, facts: { n } });
  return { outcome: 'done', n, told: tellAll(reminded, consultation, parts) };
}

/** Whether the person is to be reminded now: then it is written down. Whoever answers at this very moment is not. */
async function isNoted(
  { participant }: Reference,
  consultation: Consultation,
  { store, now, isHalfway }: Parts,
): Promise<boolean> {
  if (participant === undefined) return false;
  const { outcome } = await store.update('participant', participant, async (person) =>
    person && (await isHalfway(person, consultation)) ? { ...person, remindedAt: now() } : undefined,
  );
  return outcome === 'saved';
}

async function tellAll(reminded: readonly Reference[], consultation: Consultation, { remind }: Parts) {
  for (const reference of reminded) await remind(reference, consultation);
}
