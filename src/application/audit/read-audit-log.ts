import type { AuditAction, AuditEntry } from '#domain/records/audit-entry.ts';
import { type AuditFilter, isAudited } from '#domain/records/audit-filter.ts';
import { type Actor, mayDo } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';

/** What was done, the latest first, as far as whoever acts may read it, and as far as it is looked for. */
export async function readAuditLog(
  parts: Pick<ApplicationParts, 'audit'>,
  actor: Actor,
  filter: AuditFilter = {},
): Promise<readonly AuditEntry[]> {
  const all = await readable(parts, actor, filter.consultation);
  return all.filter((entry) => isAudited(entry, filter));
}

async function readable(
  { audit }: Pick<ApplicationParts, 'audit'>,
  actor: Actor,
  consultation: string | undefined,
): Promise<readonly AuditEntry[]> {
  const all = await audit.read(consultation);
  if (mayDo(actor, 'journal:read')) return all;
  const before = new Set<string>();
  return all.filter((entry) => {
    const code = entry.consultation;
    if (code === undefined || before.has(code) || !mayDo(actor, 'journal:read', code)) return false;
    if (begins.includes(entry.action)) before.add(code);
    return entry.action !== 'deleted';
  });
}

/** What stands before these was done in an earlier consultation of the same code, which may have been somebody else's. */
const begins: readonly AuditAction[] = ['created', 'duplicated', 'deleted'];
