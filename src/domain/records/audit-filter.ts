import type { AuditAction, AuditEntry } from './audit-entry.ts';

/** What an action is about, as somebody looks for it. */
export const auditKinds = [
  ...([
    'settings',
    'life',
    'invitations',
    'results',
    'texts',
    'paper',
    'workshop',
    'catalogue',
    'team',
    'access',
  ] as const),
  ...(['erasure', 'backups'] as const),
] as const;
type AuditKind = (typeof auditKinds)[number];

/** Which lines are looked for; what is absent is any. */
export interface AuditFilter {
  /** As `actorOf` tells people apart. */
  readonly by?: string;
  readonly kind?: AuditKind;
  readonly consultation?: string;
  /** From this moment on, and before that one, as ISO 8601 in UTC. */
  readonly since?: string;
  readonly until?: string;
}

/** Whether a line is among those that are looked for. */
export function isAudited(entry: AuditEntry, { by, kind, consultation, since, until }: AuditFilter): boolean {
  return (
    (by === undefined || actorOf(entry) === by) &&
    (kind === undefined || kindOf[entry.action] === kind) &&
    (consultation === undefined || entry.consultation === consultation) &&
    (since === undefined || entry.at >= since) &&
    (until === undefined || entry.at < until)
  );
}

/** Who acted: an account or a key by its id; those without a name together, by where they acted. */
export function actorOf({ by: { id, name } }: AuditEntry): string {
  if (name !== '') return id;
  if (id.startsWith('chat-')) return 'chat';
  return id === 'program' ? 'program' : 'nobody';
}

const kindOf: Readonly<Record<AuditAction, AuditKind>> = {
  entered: 'access',
  left: 'access',
  refused: 'access',
  linked: 'access',
  'chat-link': 'access',
  'chat-opened': 'access',
  'key-made': 'access',
  'key-removed': 'access',
  'hook-made': 'access',
  'hook-removed': 'access',
  invited: 'team',
  accepted: 'team',
  'role-changed': 'team',
  'role-removed': 'team',
  removed: 'team',
  renamed: 'team',
  'link-revoked': 'team',
  changed: 'settings',
  'logo-set': 'settings',
  'logo-removed': 'settings',
  created: 'life',
  duplicated: 'life',
  opened: 'life',
  closed: 'life',
  reopened: 'life',
  'second-round-opened': 'life',
  'second-round-ended': 'life',
  archived: 'life',
  restored: 'life',
  deleted: 'life',
  'opening-taken-back': 'life',
  'closing-undone': 'life',
  reminded: 'invitations',
  'codes-made': 'invitations',
  'codes-revoked': 'invitations',
  'mail-invited': 'invitations',
  'mail-reminded': 'invitations',
  'mail-result': 'invitations',
  'mail-second-round': 'invitations',
  published: 'results',
  'publication-planned': 'results',
  'publication-taken-back': 'results',
  'people-told': 'results',
  'people-not-told': 'results',
  'moment-kept': 'results',
  'moment-removed': 'results',
  exported: 'results',
  'text-marked': 'texts',
  'proposal-accepted': 'catalogue',
  'proposal-refused': 'catalogue',
  'impacts-set': 'workshop',
  'impacts-cleared': 'workshop',
  'table-added': 'workshop',
  'table-changed': 'workshop',
  'table-removed': 'workshop',
  'tables-opened': 'workshop',
  'table-closed': 'workshop',
  'table-reopened': 'workshop',
  'table-withdrawn': 'workshop',
  'table-done': 'workshop',
  'room-begun': 'workshop',
  'room-asked': 'workshop',
  'room-revealed': 'workshop',
  'room-noted': 'workshop',
  'room-note-removed': 'workshop',
  'room-ended': 'workshop',
  'sheet-added': 'paper',
  'sheet-changed': 'paper',
  'sheet-removed': 'paper',
  'sheets-taken': 'paper',
  'follow-up-written': 'results',
  'follow-up-corrected': 'results',
  'follow-up-reminded': 'results',
  'catalogue-edited': 'catalogue',
  'catalogue-saved': 'catalogue',
  'catalogue-dropped': 'catalogue',
  'erasure-announced': 'erasure',
  'answers-erased': 'erasure',
  'answers-erased-in-time': 'erasure',
  'backup-made': 'backups',
  'backup-downloaded': 'backups',
  'restore-planned': 'backups',
  'restore-cancelled': 'backups',
  'data-restored': 'backups',
  'data-not-restored': 'backups',
};
