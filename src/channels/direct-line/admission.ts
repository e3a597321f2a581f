import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ConsultationCode } from '#domain/consultation/consultation.ts';
import type { ConversationBinding } from '../wire.ts';
import { done, type ProtocolOutcome, refused } from './outcome.ts';
import { type Holder, lifetime, type Tokens } from './token.ts';

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
        .regex(/^[^\p{Cc}]+$/u),
    })
    .nullish(),
});
type Asked = z.infer<typeof Asked>;

/** Who asks for a token: another site, a browser with an earlier token, somebody with a secret that is wrong, or anyone. */
export type Asker =
  | { readonly kind: 'site' | 'wrong' | 'someone' }
  | { readonly kind: 'known'; readonly user: string };

/** Gives tokens out. */
export class TokenAdmission {
  readonly #tokens: Tokens;
  readonly #door: Door;
  readonly #siteSecret: Buffer;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor(tokens: Tokens, door: Door, siteSecret: string, now: () => number, newId: () => string) {
    this.#tokens = tokens;
    this.#door = door;
    this.#siteSecret = digest(siteSecret);
    this.#now = now;
    this.#newId = newId;
  }

  /** Whether the bearer is another site, which answers for its visitors. */
  isSite(bearer: string | undefined): boolean {
    return bearer !== undefined && timingSafeEqual(digest(bearer), this.#siteSecret);
  }

  asker(body: unknown, bearer: string | undefined): Asker {
    if (bearer !== undefined) return { kind: this.isSite(bearer) ? 'site' : 'wrong' };
    const previous = Asked.safeParse(body).data?.previous;
    const before = previous == null ? undefined : this.#tokens.recall(previous);
    return before === undefined ? { kind: 'someone' } : { kind: 'known', user: before.user };
  }

  /** A token for whoever asks with the body of `tokens/generate`. */
  async admit(body: unknown, bearer: string | undefined): Promise<ProtocolOutcome<Grant>> {
    const site = this.isSite(bearer);
    if (bearer !== undefined && !site) return refused('BadToken');
    const asked = Asked.safeParse(body).data;
    if (asked === undefined) return refused('BadArgument');
    const before = asked.previous == null ? undefined : this.#tokens.recall(asked.previous);
    const bound = await this.#bind(asked, before);
    if (bound.outcome === 'refused') return bound;
    const user = before?.user ?? (site && asked.user != null ? prefixed(asked.user.id) : undefined);
    return done(this.grant(bound.value, user));
  }

  /** A token for a new conversation; without a user, for somebody new. */
  generate({ consultation, facilitator }: ConversationBinding, user?: string): Grant {
    const invited = facilitator ? Math.floor(this.#now() / 1000) : undefined;
    return this.grant({ consultation, ...(invited !== undefined && { invited }) }, user);
  }

  grant(binding: Pick<Holder, 'consultation' | 'invited'>, user?: string): Grant {
    const conversation = this.#newId();
    return this.renew({
      ...binding,
      user: user === undefined ? prefixed(this.#newId()) : prefixed(user),
      conversation,
    });
  }

  /** A new token for the same conversation. */
  renew(holder: Holder): Grant {
    return { conversationId: holder.conversation, token: this.#tokens.sign(holder), expires_in: lifetime };
  }

  async #bind(
    asked: Asked,
    before: Holder | undefined,
  ): Promise<ProtocolOutcome<Pick<Holder, 'consultation' | 'invited'>>> {
    const { invitation } = asked;
    const binding = invitation === undefined ? undefined : await this.#door.openInvitation(invitation);
    if (binding !== undefined) {
      const invited = Math.floor(this.#now() / 1000);
      return done({ consultation: binding.consultation, ...(binding.facilitator && { invited }) });
    }
    const consultation = asked.consultation ?? (invitation === undefined ? undefined : before?.consultation);
    // The link was used already, but by this very browser.
    const known = before?.invited !== undefined && before.consultation === consultation;
    if (invitation !== undefined && !known) return refused('InvitationNotValid');
    if (consultation === undefined) return refused('BadArgument');
    if (!(await this.#exists(consultation))) return refused('UnknownConsultation');
    return done({ consultation, ...(known && before.invited !== undefined && { invited: before.invited }) });
  }

  async #exists(consultation: string): Promise<boolean> {
    if (!ConsultationCode.safeParse(consultation).success) return false;
    return (await this.#door.isOpen(consultation)) !== 'unknown';
  }
}

const prefixed = (user: string) => (user.startsWith('dl_') ? user : `dl_${user}`);

/** Digests are compared, so that time tells neither length nor letters. */
const digest = (text: string) => createHash('sha256').update(text).digest();
