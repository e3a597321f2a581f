import { z } from 'zod';

/** What is written down of those who run consultations; each has its wording. */
const actions = [
  'entered',
  'left',
  'refused',
  'invited',
  'linked',
  'accepted',
  'role-changed',
  'role-removed',
  'removed',
  'created',
  'changed',
  'duplicated',
  'opened',
  'closed',
  'reopened',
  'archived',
  'restored',
  'deleted',
  'logo-set',
  'logo-removed',
  'published',
  'publication-planned',
  'publication-taken-back',
  'reminded',
  'chat-link',
  'chat-opened',
  'moment-kept',
  'moment-removed',
  'text-marked',
  'impacts-set',
  'impacts-cleared',
  'table-added',
  'table-removed',
  'exported',
  'key-made',
  'key-removed',
  'hook-made',
  'hook-removed',
  'erasure-announced',
  'answers-erased',
  'answers-erased-in-time',
] as const;
export type AuditAction = (typeof actions)[number];

/** One action in the facilitator's space: who did what, when, and to what; never what a participant said. */
export const AuditEntry = z.strictObject({
  schema: z.literal(2),
  /** Begins with its time, so that ids sort by it. */
  id: z.string().min(1),
  version: z.int().min(0),
  at: z.iso.datetime(),
  /** An account, a key of the programming interface, or nobody known. */
  by: z.strictObject({ id: z.string(), name: z.string() }),
  action: z.enum(actions),
  consultation: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
