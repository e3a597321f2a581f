import type { Consultation } from '#domain/consultation/consultation.ts';
import { done, leftOver, type Owed, takenUp, toldTo } from '#domain/consultation/telling.ts';
import { without } from '#domain/consultation/without.ts';
import type { Actor } from './actor.ts';
import type { AuditNote } from './audit/audit-log.ts';
import type { Application } from './parts.ts';
import type { Telling, Told } from './told.ts';

interface Owing {
  readonly what: Owed;
  /** What this one is about; nothing: it is not due, or no more. */
  readonly due: (its: Consultation) => string | undefined;
  readonly tell: (its: Consultation, told: Told) => Promise<Telling>;
  /** What is written down once everybody was told. */
  readonly entry: Pick<AuditNote, 'action' | 'facts'>;
  /** The consultation then. */
  readonly after: (its: Consultation) => Consultation;
}

/**
 * Tells those who facilitate a consultation what they are owed. Each is noted once they were told, so that nobody is told twice and what
 * a server that is down did not take is tried at the next look.
 */
export async function tellOwed(
  { store, audit, now }: Pick<Application, 'store' | 'audit' | 'now'>,
  teller: Actor,
  code: string,
  { what, due, tell, entry, after }: Owing,
): Promise<void> {
  const change = (next: (its: Consultation) => Consultation | undefined) =>
    store.update('consultation', code, (its) => its && next(its));
  const telling = (its: Consultation, tellings: Consultation['telling']): Consultation =>
    tellings === undefined ? without(its, 'telling') : { ...its, telling: tellings };
  const begun = await change((its) => {
    const mark = due(its);
    const next = mark === undefined ? undefined : takenUp(its.telling, what, mark, now());
    return next && telling(its, next);
  });
  if (begun.outcome === 'unchanged') return;
  const note = async (reader: string) => {
    await change((its) => telling(its, toldTo(its.telling, what, reader)));
  };
  const already = begun.record.telling?.[what]?.told ?? [];
  let became: Telling = 'behind';
  try {
    became = await tell(begun.record, { already, note });
  } finally {
    if (became === 'behind') await change((its) => telling(its, leftOver(its.telling, what)));
  }
  if (became === 'behind') return;
  await change((its) => after(telling(its, done(its.telling, what))));
  await audit.write(teller, { ...entry, consultation: code });
}
