import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ConsultationCode } from '#domain/consultation/consultation.ts';
import type { ConversationBinding } from '../../wire.ts';
import { done, onward, onwardAsync, type ProtocolOutcome, refused } from '../outcome.ts';
import { type Holder, lifetime, type Tokens } from './token.ts';
import type { Visitors } from './visitors.ts';

/** A token for one conversation, as the protocol writes it. */
export interface Grant {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** Who is let in, and where to. */
export interface Door {
  /** Anyone enters a consultation that is known; the bot itself speaks of one that is closed. */
  readonly isOpen: (consultation: string) => Promise<'open' | 'unknown' | 'closed'>;
  /** Where another site's visitors go unless it says where. */
  readonly defaultConsultation: string;
  /** The binding that a one-time link opens. */
  readonly openInvitation: (
    invitation: string,
  ) => ConversationBinding | undefined | Promise<ConversationBinding | undefined>;
}

const Asked = z.object({
  consultation: z.string().max(100).optional(),
  invitation: z.string().min(1).max(500).optional(),
  /** An earlier token of ours, expired or not: the same browser is the same person again. */
  previous: z.string().max(2000).nullish(),
  user: z
    .object({
      id: z
        .string()
        .min(1)
        .max(128)
        .regex(/^[^\p{Cc}]+$/u)
        // Microsoft's own client names nobody so.
        .nullish(),
    })
    .nullish(),
});
type Asked = z.infer<typeof Asked>;

/** What a token is for, without whom. */
type Bound = Omit<Holder, 'user' | 'conversation'>;

/** Who asks for a token: another site, a browser with an earlier token, somebody with a secret that is wrong, or anyone. */
export type Asker =
  | { readonly kind: 'site' | 'wrong' | 'someone' }
  | { readonly kind: 'known'; readonly user: string };

/** Gives tokens out. */
export class TokenAdmission {
  readonly #tokens: Tokens;
  readonly #door: Door;
  readonly #siteSecret: Buffer;
  /** The conversations that other sites opened: those alone the secret goes on with. */
  readonly #visitors: Visitors;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor(
    tokens: Tokens,
    door: Door,
    visitors: Visitors,
    siteSecret: string,
    now: () => number,
    newId: () => string,
  ) {
    this.#tokens = tokens;
    this.#visitors = visitors;
    this.#door = door;
    this.#siteSecret = digest(siteSecret);
    this.#now = now;
    this.#newId = newId;
  }

  /** Whether the bearer is another site, which answers for its visitors. */
  isSite(bearer: string | undefined): boolean {
    if (bearer === undefined || this.#tokens.isKnown(bearer)) return false;
    return timingSafeEqual(digest(bearer), this.#siteSecret);
  }

  asker(body: unknown, bearer: string | undefined): Asker {
    if (bearer !== undefined) return { kind: this.isSite(bearer) ? 'site' : 'wrong' };
    const previous = Asked.safeParse(body).data?.previous;
    const before = previous == null ? undefined : this.#tokens.recall(previous);
    return before === undefined ? { kind: 'someone' } : { kind: 'known', user: before.user };
  }

  /** A token for whoever asks with the body of `tokens/generate`. */
  async admit(body: unknown, bearer: string | undefined): Promise<ProtocolOutcome<Grant>> {
    if (bearer !== undefined)
      return onward(await this.admitFromSite(body, bearer), (holder) => done(this.renew(holder)));
    const asked = Asked.safeParse(body).data;
    if (asked === undefined) return refused('BadArgument');
    const before = asked.previous == null ? undefined : this.#tokens.recall(asked.previous);
    return onward(await this.#bind(asked, before), (bound) => done(this.grant(bound, before?.user)));
  }

  /** Whom another site lets in with its secret: into the default consultation unless it names one. */
  async admitFromSite(body: unknown, bearer: string | undefined): Promise<ProtocolOutcome<Holder>> {
    if (!this.isSite(bearer)) return refused('BadToken');
    const asked = Asked.safeParse(body ?? {}).data;
    if (asked === undefined) return refused('BadArgument');
    const before = asked.previous == null ? undefined : this.#tokens.recall(asked.previous);
    const user = before?.user ?? asked.user?.id ?? undefined;
    const consultation = asked.invitation === undefined ? this.#door.defaultConsultation : undefined;
    const bound = await this.#bind({ ...(consultation && { consultation }), ...asked }, before);
    return onwardAsync(bound, async (binding) => {
      const holder = this.#newHolder(binding, user);
      await this.#visitors.keep(holder.conversation, holder);
      return done(holder);
    });
  }

  /** Whose conversation it is that another site opened, as long as it is remembered. */
  visitorOf(conversation: string): Promise<Holder | undefined> {
    return this.#visitors.read(conversation);
  }

  /** A token for a new conversation; without a user, for somebody new. */
  generate({ consultation, facilitator, by }: ConversationBinding, user?: string): Grant {
    const invited = facilitator ? Math.floor(this.#now() / 1000) : undefined;
    return this.grant({ consultation, ...(invited !== undefined && { invited }), ...(by && { by }) }, user);
  }

  grant(binding: Bound, user?: string): Grant {
    return this.renew(this.#newHolder(binding, user));
  }

  /** A new token for the same conversation. */
  renew(holder: Holder): Grant {
    return { conversationId: holder.conversation, token: this.#tokens.sign(holder), expires_in: lifetime };
  }

  #newHolder(binding: Bound, user = this.#newId()): Holder {
    return { ...binding, user: prefixed(user), conversation: this.#newId() };
  }

  async #bind(asked: Asked, before: Holder | undefined): Promise<ProtocolOutcome<Bound>> {
    const { invitation } = asked;
    const binding = invitation === undefined ? undefined : await this.#door.openInvitation(invitation);
    if (binding !== undefined) {
      const invited = Math.floor(this.#now() / 1000);
      const { consultation, facilitator, by, trial } = binding;
      if (trial !== undefined) return done({ consultation, trial });
      return done({ consultation, ...(facilitator && { invited }), ...(by !== undefined && { by }) });
    }
    // Whoever tries goes on by their last token: their ticket was used.
    if (invitation !== undefined && before?.trial !== undefined && asked.consultation === undefined)
      return done({ consultation: before.consultation, trial: before.trial });
    const consultation = asked.consultation ?? (invitation === undefined ? undefined : before?.consultation);
    // The link was used already, but by this very browser.
    const known = before?.invited !== undefined && before.consultation === consultation;
    if (invitation !== undefined && !known) return refused('InvitationNotValid');
    if (consultation === undefined) return refused('BadArgument');
    if (!(await this.#exists(consultation))) return refused('UnknownConsultation');
    if (!known || before.invited === undefined) return done({ consultation });
    return done({ consultation, invited: before.invited, ...(before.by !== undefined && { by: before.by }) });
  }

  async #exists(consultation: string): Promise<boolean> {
    if (!ConsultationCode.safeParse(consultation).success) return false;
    return (await this.#door.isOpen(consultation)) !== 'unknown';
  }
}

const prefixed = (user: string) => (user.startsWith('dl_') ? user : `dl_${user}`);

/** Digests are compared, so that time tells neither length nor letters. */
const digest = (text: string) => createHash('sha256').update(text).digest();
