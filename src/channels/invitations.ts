import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type SharedMemory, taken } from '#store/shared/shared-memory.ts';
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

type Kind = 'invitation' | 'trial';

/** As long as whoever opened one is known by it, in milliseconds. */
const livesMs = 90 * 86_400_000;

export function createInvitations(memory: Pick<SharedMemory, 'change'>): Invitations {
  const issued = async (kind: Kind, binding: ConversationBinding) => {
    const secret = randomBytes(18).toString('base64url');
    await memory.change(kind, secret, livesMs, () => JSON.stringify(binding));
    return secret;
  };
  const opened = async (kind: Kind, secret: string) => {
    const text = await taken(memory, kind, secret);
    return text === undefined ? undefined : Binding.parse(JSON.parse(text));
  };
  return {
    issue: (consultation, by) =>
      issued('invitation', { consultation, facilitator: true, ...(by !== undefined && { by }) }),
    open: (invitation) => opened('invitation', invitation),
    ticket: (consultation, trial) => issued('trial', { consultation, facilitator: false, trial }),
    enter: (ticket) => opened('trial', ticket),
  };
}
