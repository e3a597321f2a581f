import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { done, type ProtocolOutcome, refused } from '../outcome.ts';

/** Seconds that a token lives. */
export const lifetime = 30 * 60;

/** Seconds for which a browser is known again by its last token, and a facilitator by their invitation. */
const remembered = 90 * 24 * 3600;

/** Whom a token stands for. */
export const Holder = z.object({
  user: z.string().min(1),
  conversation: z.string().min(1),
  consultation: z.string().min(1),
  /** When the facilitator's invitation was opened, in seconds; absent for everyone else. */
  invited: z.int().exactOptional(),
  /** The account that made that invitation. */
  by: z.string().exactOptional(),
  /** The account that only tries: nothing of this conversation is kept. */
  trial: z.string().exactOptional(),
});
export type Holder = Readonly<z.infer<typeof Holder>>;

const Claims = Holder.omit({ user: true }).extend({ sub: z.string().min(1), iat: z.int(), exp: z.int() });

/** Signs and checks the tokens of this server (RFC 7519, HS256). Times are read from `now`, in milliseconds. */
export class Tokens {
  readonly #key: KeyObject;
  readonly #now: () => number;
  /** Tokens found authentic: checking one again costs a look-up. */
  readonly #known = new BoundedMap<{ readonly holder: Holder; readonly expires: number }>(10_000);

  constructor(secret: string, now: () => number) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'direct line tokens', 32)));
    this.#now = now;
  }

  sign({ user, ...holder }: Holder): string {
    const iat = Math.floor(this.#now() / 1000);
    return jwt.sign({ sub: user, ...holder, iat, exp: iat + lifetime }, this.#key, { algorithm: 'HS256' });
  }

  verify(token: string | undefined): ProtocolOutcome<Holder> {
    if (token === undefined) return refused('MissingToken');
    const known = this.#known.get(token) ?? this.#check(token);
    if (known === undefined) return refused('BadToken');
    return this.#now() < known.expires * 1000 ? done(known.holder) : refused('TokenExpired');
  }

  /** Whether it was found authentic a while ago: it is a token, and nothing else. */
  isKnown(token: string): boolean {
    return this.#known.get(token) !== undefined;
  }

  /** Whom an earlier token stood for, expired or not, while that may be remembered. */
  recall(token: string): Holder | undefined {
    const claims = this.#claims(token);
    const since = Math.floor(this.#now() / 1000) - remembered;
    if (claims === undefined || claims.iat < since) return undefined;
    const { invited, ...holder } = holderOf(claims);
    return invited === undefined || invited < since ? holder : { ...holder, invited };
  }

  #check(token: string) {
    const claims = this.#claims(token);
    if (claims === undefined) return undefined;
    const known = { holder: holderOf(claims), expires: claims.exp };
    this.#known.put(token, known);
    return known;
  }

  #claims(token: string) {
    if (token.length > longest) return undefined;
    try {
      const claims = jwt.verify(token, this.#key, { algorithms: ['HS256'], ignoreExpiration: true });
      return Claims.safeParse(claims).data;
    } catch {
      return undefined;
    }
  }
}

const longest = 2000;

const holderOf = ({ sub, iat: _iat, exp: _exp, ...holder }: z.infer<typeof Claims>): Holder => ({
  user: sub,
  ...holder,
});
