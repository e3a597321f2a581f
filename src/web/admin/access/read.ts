import type { Say } from '#domain/conversation/phrases.ts';
import { longestKeyName, type Scope, scopes } from '#domain/records/api-key.ts';
import { type HookEvent, hookEvents } from '#domain/records/hook.ts';
import { readHookAddress } from '#web/api/hooks/hook-address.ts';
import type { Form } from '#web/http/form.ts';
import type { Problems } from '../fields.ts';

/** What the form of a key says, or what is wrong with it. */
export function readKey(
  form: Form,
  say: Say,
): { readonly name: string; readonly scopes: readonly Scope[] } | { readonly problems: Problems } {
  const name = form.one('name').replace(/\s+/g, ' ');
  const chosen = scopes.filter((scope) => form.all('scopes').includes(scope));
  const isName = name.length > 0 && name.length <= longestKeyName;
  const problems: Problems = {
    ...(!isName && { name: say('access.key.no-name', { most: longestKeyName }) }),
    ...(chosen.length === 0 && { scopes: say('access.key.no-scope') }),
  };
  return Object.keys(problems).length > 0 ? { problems } : { name, scopes: chosen };
}

/** The same of an address to tell. */
export async function readHook(
  form: Form,
  say: Say,
): Promise<
  { readonly address: string; readonly signals: readonly HookEvent[] } | { readonly problems: Problems }
> {
  const chosen = hookEvents.filter((signal) => form.all('signals').includes(signal));
  const read = await readHookAddress(form.one('address'));
  const problems: Problems = {
    ...('why' in read && { address: say(`access.hook.wrong.${read.why}`) }),
    ...(chosen.length === 0 && { signals: say('access.hook.no-signal') }),
  };
  if ('why' in read || chosen.length === 0) return { problems };
  return { address: read.address, signals: chosen };
}
