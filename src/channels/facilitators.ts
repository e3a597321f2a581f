import { mayDo, teamMember } from '#application/actor.ts';
import type { Store } from '#store/store.ts';
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
  take(activity: IncomingActivity, consultation: string, more?: Taken): Promise<void>;
}

interface Taken {
  /** The private conversation in which they can be told something. */
  readonly reference?: string;
  /** The account whose link opened it to them. */
  readonly by?: string;
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
  /** Opens an invitation, once; `who` does. */
  readonly openInvitation: (invitation: string, who: string) => Promise<ConversationBinding | undefined>;
  /** Entra object ids, in lower case. */
  readonly named: readonly string[];
}

export function createFacilitators({ store, keys, openInvitation, named }: Parts): Facilitators {
  const keyOf = ({ channelId, from }: IncomingActivity) => keys.person(channelId, from.id);
  // On other channels a client may say of itself whatever it likes.
  const isNamed = ({ channelId, from }: IncomingActivity) =>
    channelId === 'msteams' && named.includes(from.aadObjectId?.toLowerCase() ?? '');
  const take = async (
    activity: IncomingActivity,
    consultation: string,
    { reference, by: account }: Taken = {},
  ): Promise<void> => {
    const id = keyOf(activity);
    await store.update('facilitator', id, (before) => {
      const consultations = [...new Set([...(before?.consultations ?? []), consultation])];
      const told = reference ?? before?.reference;
      const by = account === undefined ? before?.by : { ...before?.by, [consultation]: account };
      const isKnown = before?.consultations.length === consultations.length && told === before.reference;
      if (isKnown && by === before?.by) return before;
      return {
        ...{ schema: 1, id, version: 0, consultations },
        ...(by !== undefined && { by }),
        ...(told !== undefined && { reference: told }),
      };
    });
  };
  return {
    async rights(activity, binding, consultation) {
      if (binding !== undefined) {
        const isTheirs = binding.facilitator && binding.consultation === consultation;
        const facilitator = isTheirs && (await mayStill(binding.by, consultation, store));
        return { facilitator, creates: facilitator };
      }
      if (isNamed(activity)) return { facilitator: true, creates: true };
      const known = await store.load('facilitator', keyOf(activity));
      const theirs: string[] = [];
      for (const code of known?.consultations ?? [])
        if (await mayStill(known?.by?.[code], code, store)) theirs.push(code);
      return { facilitator: theirs.includes(consultation), creates: theirs.length > 0 };
    },
    async open(activity, text) {
      const invitation = link.exec(text)?.[1];
      if (invitation === undefined) return { outcome: 'none' };
      const binding = await openInvitation(invitation, keyOf(activity));
      if (binding === undefined) return { outcome: 'used' };
      const { consultation, by } = binding;
      await take(activity, consultation, by === undefined ? {} : { by });
      return { outcome: 'opened', consultation };
    },
    take,
  };
}

/** Whether the account that opened a consultation to somebody may facilitate it still: who leaves the team leaves its chats. */
async function mayStill(
  by: string | undefined,
  consultation: string,
  store: Pick<Store, 'load'>,
): Promise<boolean> {
  if (by === undefined) return true;
  const account = await store.load('account', by);
  return account !== undefined && mayDo(teamMember(account), 'consultations:write', consultation);
}

/** A facilitator's link, as it is printed at the start. */
const link = /\/facilitator#([\w-]{20,64})/;
