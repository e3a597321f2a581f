import type { Actor } from '../actor.ts';
import type { AuditLog, AuditNote } from './audit-log.ts';

/** Writes down an action of all, or in the audit log of each consultation that it is about. */
export async function writeForEach(
  audit: AuditLog,
  by: Pick<Actor, 'id' | 'name'>,
  note: Omit<AuditNote, 'consultation'>,
  consultations: readonly string[] | undefined,
): Promise<void> {
  if (consultations === undefined) return audit.write(by, note);
  for (const consultation of consultations) await audit.write(by, { ...note, consultation });
}
