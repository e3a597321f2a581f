import { useKey } from '#application/access/api-keys.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { endsSoon, hasEnded, type Scope, scopes } from '#domain/records/api-key.ts';
import { bearerCheck } from '#web/http/request/bearer.ts';

/** Whose key came with a call, and what it opens. */
export interface Bearer {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Codes of the consultations in which it opens that; absent: all of them. */
  readonly consultations?: readonly string[] | undefined;
  /** The last day on which it serves, once that is near. */
  readonly endsOn?: string | undefined;
}

/** The bearer of an `Authorization` header, or that their key is at its end; nothing when no such key is known. */
export type ReadBearer = (authorization: string | undefined) => Promise<Bearer | 'ended' | undefined>;

/** What the key of the operator's settings is called in the journal. */
const operator = { id: 'key-operator', name: 'FACILITATOR_KEY', scopes };

export function createReadBearer(
  application: Pick<ApplicationParts, 'store' | 'now'>,
  facilitatorKey: string,
): ReadBearer {
  const isOperator = bearerCheck(facilitatorKey);
  return async (authorization) => {
    if (isOperator(authorization)) return operator;
    const borne = /^Bearer +(tr_[\w-]{43})$/i.exec(authorization ?? '')?.[1];
    const key = borne === undefined ? undefined : await useKey(application, borne);
    if (key === undefined) return undefined;
    const now = application.now();
    if (hasEnded(key, now)) return 'ended';
    const { name, scopes, consultations } = key;
    const endsOn = endsSoon(key, now) ? key.until : undefined;
    return { id: `key-${key.id.slice(0, 12)}`, name, scopes, consultations, endsOn };
  };
}
