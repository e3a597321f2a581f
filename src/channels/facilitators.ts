import type { Store } from '#store/store.ts';
import type { Invitations } from './invitations.ts';
import type { KeyMaker } from './keys.ts';
import type { ConversationBinding, IncomingActivity } from './wire.ts';

/** Who facilitates: those whom the operator named, and those who opened a one-time link. */
export interface Facilitators {
  /** What this person may do in a consultation. */
  rights(
    activity: IncomingActivity,
    binding: ConversationBinding | undefined,
    consultation: string,
  ): Promise<Rights>;
  /** Opens a one-time link for the person who pasted it; the consultation it is for, the first time only. */
  open(activity: IncomingActivity, text: string): Promise<Opened>;
  /** Makes a consultation theirs, and remembers where they can be told something. */
  take(activity: IncomingActivity, consultation: string, reference?: string): Promise<void>;
}

export interface Rights {
  readonly facilitator: boolean;
  readonly creates: boolean;
}

/** `none`: the text holds no link. */
type Opened =
  | { readonly outcome: 'opened'; readonly consultation: string }
  | { readonly outcome: 'used' }
  | { readonly outcome: 'none' };

interface Parts {
  readonly store: Store;
  readonly keys: KeyMaker;
  readonly invitations: Invitations;
  /** Entra object ids, in lower case. */
  readonly named: readonly string[];
}

export function createFacilitators({ store, keys, invitations, named }: Parts): Facilitators {
  const keyOf = ({ channelId, from }: IncomingActivity) => keys.person(channelId, from.id);
  // On other channels a client may say of itself whatever it likes.
  const isNamed = ({ channelId, from }: IncomingActivity) =>
    channelId === 'msteams' && named.includes(from.aadObjectId?.toLowerCase() ?? '');
  const take = async (
    activity: IncomingActivity,
    consultation: string,
    reference?: string,
  ): Promise<void> => {
    const id = keyOf(activity);
    await store.update('facilitator', id, (before) => {
      const consultations = [...new Set([...(before?.consultations ?? []), consultation])];
      const told = reference ?? before?.reference;
      const isKnown = before?.consultations.length === consultations.length && told === before.reference;
      if (isKnown) return before;
      return { schema: 1, id, version: 0, consultations, ...(told !== undefined && { reference: told }) };
    });
  };
  return {
    async rights(activity, binding, consultation) {
      if (binding !== undefined) return { facilitator: binding.facilitator, creates: binding.facilitator };
      if (isNamed(activity)) return { facilitator: true, creates: true };
      const known = await store.load('facilitator', keyOf(activity));
      return {
        facilitator: known?.consultations.includes(consultation) ?? false,
        creates: known !== undefined,
      };
    },
    async open(activity, text) {
      const invitation = link.exec(text)?.[1];
      if (invitation === undefined) return { outcome: 'none' };
      const binding = invitations.open(invitation);
      if (binding === undefined) return { outcome: 'used' };
      await take(activity, binding.consultation);
      return { outcome: 'opened', consultation: binding.consultation };
    },
    take,
  };
}

/** A facilitator's link, as it is printed at the start. */
const link = /\/facilitator#([\w-]{20,64})/;
