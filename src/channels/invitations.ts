import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { keptValues } from '#store/shared/kept-values.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { ConversationBinding } from './wire.ts';

/** One-time links into conversations. They are no record: those that nobody opened in time lead nowhere. */
export interface Invitations {
  /** A new invitation to facilitate a consultation; `by`: the account that makes it. */
  issue(consultation: string, by?: string): Promise<string>;
  /** The binding that it opens, the first time only. */
  open(invitation: string): Promise<ConversationBinding | undefined>;
  /** A new ticket to an account that only tries a consultation: it makes nobody facilitate. */
  ticket(consultation: string, by: string): Promise<string>;
  /** The binding that it opens, the first time only. */
  enter(ticket: string): Promise<ConversationBinding | undefined>;
}

const Binding = z.object({
  consultation: z.string(),
  facilitator: z.boolean(),
  by: z.string().exactOptional(),
  trial: z.string().exactOptional(),
});

/** As long as whoever opened one is known by it, in milliseconds. */
const livesMs = 90 * 86_400_000;

export function createInvitations(memory: Pick<SharedMemory, 'read' | 'change'>): Invitations {
  const invitations = keptValues(memory, 'invitation', Binding, livesMs);
  const tickets = keptValues(memory, 'trial', Binding, livesMs);
  const issued = async (kept: typeof invitations, binding: ConversationBinding) => {
    const secret = randomBytes(18).toString('base64url');
    await kept.keep(secret, binding);
    return secret;
  };
  return {
    issue: (consultation, by) =>
      issued(invitations, { consultation, facilitator: true, ...(by !== undefined && { by }) }),
    open: invitations.take,
    ticket: (consultation, trial) => issued(tickets, { consultation, facilitator: false, trial }),
    enter: tickets.take,
  };
}
