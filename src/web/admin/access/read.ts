import { z } from 'zod';
import type { HookOutcome } from '#application/access/make-hook.ts';
import type { KeyOutcome } from '#application/access/make-key.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { longestKeyName, scopes } from '#domain/records/api-key.ts';
import { hookEvents } from '#domain/records/hook.ts';
import { someOf } from '#web/http/request/form.ts';
import type { Problems } from '../fields.ts';

/** What the form of a key says. */
export const KeyForm = z.object({ name: z.string(), scopes: someOf(scopes), until: z.string().optional() });

/** What the form of an address to tell says. */
export const HookForm = z.object({ address: z.string(), signals: someOf(hookEvents) });

/** What is wrong with a key, beside its fields. */
export const keyProblems = ({ wrong }: Extract<KeyOutcome, { outcome: 'invalid' }>, say: Say): Problems => ({
  ...(wrong.includes('name') && { name: say('access.key.no-name', { most: longestKeyName }) }),
  ...(wrong.includes('scopes') && { scopes: say('access.key.no-scope') }),
  ...(wrong.includes('consultations') && { consultations: say('admin.team.no-consultations') }),
  ...(wrong.includes('until') && { until: say('access.key.no-until') }),
});

/** The same of an address to tell. */
export const hookProblems = (
  { address, noSignal, noConsultation }: Extract<HookOutcome, { outcome: 'invalid' }>,
  say: Say,
): Problems => ({
  ...(address !== undefined && { address: say(`access.hook.wrong.${address}`) }),
  ...(noSignal && { signals: say('access.hook.no-signal') }),
  ...(noConsultation && { sources: say('admin.team.no-consultations') }),
});
