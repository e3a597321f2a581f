import type { AuditLog } from '#application/audit/audit-log.ts';
import type { AuditAction, AuditEntry } from '#domain/records/audit-entry.ts';

/** The last that was written down of some actions on a consultation. The whole log is read for it: asked for only where it is shown. */
export const lastDone = async (
  audit: Pick<AuditLog, 'read'>,
  code: string,
  actions: readonly AuditAction[],
): Promise<AuditEntry | undefined> => (await audit.read(code)).find(({ action }) => actions.includes(action));
