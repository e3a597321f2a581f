import type { HookOutcome } from '#application/access/make-hook.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { longestKeyName, scopes } from '#domain/records/api-key.ts';
import { hookEvents } from '#domain/records/hook.ts';
import type { Form } from '#web/http/form.ts';
import type { Problems } from '../fields.ts';

/** What the form of a key says. */
export const readKey = (form: Form) => ({
  name: form.one('name'),
  scopes: scopes.filter((scope) => form.all('scopes').includes(scope)),
});

/** What the form of an address to tell says. */
export const readHook = (form: Form) => ({
  address: form.one('address'),
  signals: hookEvents.filter((signal) => form.all('signals').includes(signal)),
});

/** What is wrong with a key, beside its fields. */
export const keyProblems = (wrong: readonly ('name' | 'scopes')[], say: Say): Problems => ({
  ...(wrong.includes('name') && { name: say('access.key.no-name', { most: longestKeyName }) }),
  ...(wrong.includes('scopes') && { scopes: say('access.key.no-scope') }),
});

/** The same of an address to tell. */
export const hookProblems = (
  { address, noSignal }: Extract<HookOutcome, { outcome: 'invalid' }>,
  say: Say,
): Problems => ({
  ...(address !== undefined && { address: say(`access.hook.wrong.${address}`) }),
  ...(noSignal && { signals: say('access.hook.no-signal') }),
});
