import { randomBytes } from 'node:crypto';
import type { ConversationBinding } from './wire.ts';

/** One-time links for facilitators. They live as long as the program: a new start issues new ones. */
export interface Invitations {
  /** A new invitation to facilitate a consultation; `by`: the account that makes it. */
  issue(consultation: string, by?: string): string;
  /** The binding it opens, the first time only. */
  open(invitation: string): ConversationBinding | undefined;
}

export function createInvitations(): Invitations {
  const unused = new Map<string, ConversationBinding>();
  return {
    issue(consultation, by) {
      const invitation = randomBytes(18).toString('base64url');
      unused.set(invitation, { consultation, facilitator: true, ...(by !== undefined && { by }) });
      return invitation;
    },
    open(invitation) {
      const binding = unused.get(invitation);
      unused.delete(invitation);
      return binding;
    },
  };
}
