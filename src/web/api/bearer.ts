import { useKey } from '#application/access/api-keys.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { type Scope, scopes } from '#domain/records/api-key.ts';
import { bearerCheck } from '#web/http/bearer.ts';

/** Whose key came with a call, and what it opens. */
export interface Bearer {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** The bearer of an `Authorization` header; nothing when no such key is known. */
export type ReadBearer = (authorization: string | undefined) => Promise<Bearer | undefined>;

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
    return key && { id: `key-${key.id.slice(0, 12)}`, name: key.name, scopes: key.scopes };
  };
}
