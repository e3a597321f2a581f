import type { ChatPageSettings } from '#web/http/pages/chat-page-settings.ts';
import type { Memory } from './direct-line/memory.ts';
import type { Asking } from './direct-line/session.ts';
import { site } from './site.ts';

/** What a facilitator's browser shows in place of an invitation that it has used: the server knows it by its last token. */
const usedBefore = 'used-before';

/** What this browser is remembered by here; who facilitates is another person than who answers. */
export function nameOf({ facilitator, consultation, trial }: ChatPageSettings): string {
  // Each is a conversation of its own, beside whatever this browser is known by.
  if (trial !== undefined) return trial;
  if (!facilitator) return consultation;
  return location.pathname === new URL('facilitator', site).pathname
    ? 'facilitator'
    : `facilitator:${consultation}`;
}

/**
 * Who asks: on the facilitator's page, the holder of the invitation in the address (taken out of it at once, so that it
 * stays in no history), or the one who used it in this browser before; elsewhere, anyone.
 */
export function asking(
  { facilitator, consultation, trial }: ChatPageSettings,
  memory: Memory,
): Asking | undefined {
  if (trial !== undefined) return { invitation: trial };
  if (!facilitator) return { consultation };
  const invitation = location.hash.slice(1);
  if (invitation !== '') {
    history.replaceState(null, '', location.pathname);
    return { invitation };
  }
  return memory.previous === undefined ? undefined : { invitation: usedBefore };
}

/** Whether an invitation is used now: what is held is of another conversation then. */
export const isInvited = (who: Asking): boolean => 'invitation' in who && who.invitation !== usedBefore;
