import type { AuditLog } from '#application/audit/audit-log.ts';
import { isOpen } from '#domain/consultation/consultation.ts';
import type { Store } from '#store/store.ts';
import type { Door } from './direct-line/admission/admission.ts';
import type { Invitations } from './invitations.ts';
import type { KeyMaker } from './keys.ts';
import type { ConversationBinding } from './wire.ts';

interface DoorParts {
  readonly store: Pick<Store, 'load'>;
  readonly invitations: Invitations;
  readonly keys: KeyMaker;
  readonly audit: AuditLog;
  readonly now: () => string;
  readonly defaultConsultation: string;
}

interface Doors {
  /** Opens an invitation to facilitate, once, to whoever `who` is a key of; it is written down. */
  readonly openInvitation: (invitation: string, who: string) => Promise<ConversationBinding | undefined>;
  /** Who is let into Direct Line conversations. */
  readonly door: Door;
}

/** Who comes in by which link, and where to. */
export function createDoor({ store, invitations, keys, audit, now, defaultConsultation }: DoorParts): Doors {
  const openInvitation = async (invitation: string, who: string) => {
    const binding = await invitations.open(invitation);
    const by = { id: `chat-${who.slice(0, 12)}`, name: '' };
    if (binding !== undefined)
      await audit.write(by, { action: 'chat-opened', consultation: binding.consultation });
    return binding;
  };
  return {
    openInvitation,
    door: {
      defaultConsultation,
      // On a page nobody is known yet: told apart by the link.
      openInvitation: async (invitation) =>
        (await invitations.enter(invitation)) ??
        openInvitation(invitation, keys.person('directline', invitation)),
      async isOpen(code) {
        const consultation = await store.load('consultation', code);
        if (consultation === undefined || consultation.draft) return 'unknown';
        return isOpen(consultation, now()) ? 'open' : 'closed';
      },
    },
  };
}
