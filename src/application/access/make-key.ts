import { oneLine } from '#domain/conversation/one-line.ts';
import { keyDays, longestKeyName, type Scope } from '#domain/records/api-key.ts';
import type { Actor } from '../actor.ts';
import { writeForEach } from '../audit/write-for-each.ts';
import type { ApplicationParts, NotDone } from '../parts.ts';
import { drawKey, keyId } from './api-keys.ts';
import { reachRefusal } from './reach.ts';

interface NewKey {
  readonly name: string;
  /** What it opens. */
  readonly scopes: readonly Scope[];
  /** Codes of those in which it does; absent: in all, those to come included. */
  readonly consultations?: readonly string[] | undefined;
  /** The last day on which it serves, as `2027-11-23`; absent: a year from now. */
  readonly until?: string | undefined;
}

type WrongKey = 'name' | 'scopes' | 'consultations' | 'until';

export type KeyOutcome =
  /** `key`: its letters, the only time they are told. */
  | { readonly outcome: 'done'; readonly name: string; readonly key: string }
  | { readonly outcome: 'invalid'; readonly wrong: readonly WrongKey[] }
  | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'now'>;

/** A key of the programming interface, for another program. */
export async function makeKey(parts: Parts, actor: Actor, wish: NewKey): Promise<KeyOutcome> {
  const { store, audit, now } = parts;
  const { name: given, scopes, consultations, until = dayAfter(now(), keyDays.usual) } = wish;
  const refused = await reachRefusal(parts, actor, 'access:write', consultations);
  if (refused !== undefined) return refused;
  const name = oneLine(given);
  const wrong: readonly WrongKey[] = [
    ...(name === '' || name.length > longestKeyName ? (['name'] as const) : []),
    ...(scopes.length === 0 ? (['scopes'] as const) : []),
    ...(consultations?.length === 0 ? (['consultations'] as const) : []),
    ...(isDay(until) && until >= now().slice(0, 10) ? [] : (['until'] as const)),
  ];
  if (wrong.length > 0) return { outcome: 'invalid', wrong };
  const key = drawKey();
  await store.save('api-key', {
    ...{ schema: 1, id: keyId(key), version: 0, name, scopes: [...scopes], until },
    ...{ createdAt: now(), end: key.slice(-4) },
    ...(consultations !== undefined && { consultations: [...consultations] }),
  });
  await writeForEach(audit, actor, { action: 'key-made', facts: { name } }, consultations);
  return { outcome: 'done', name, key };
}

const dayAfter = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/** Whether it is a day of the calendar, and of four figures a year: what a store can hold and a page compare. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
