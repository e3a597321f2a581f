import type { ChatPageSettings } from '../http/pages/chat-page-settings.ts';
import type { Memory } from './direct-line/memory.ts';
import type { Asking } from './direct-line/session.ts';

/** What a facilitator's browser shows in place of an invitation that it has used: the server knows it by its last token. */
const usedBefore = 'used-before';

/**
 * Who asks: on the facilitator's page, the holder of the invitation in the address (taken out of it at once, so that it
 * stays in no history), or the one who used it in this browser before; elsewhere, anyone.
 */
export function asking({ facilitator, consultation }: ChatPageSettings, memory: Memory): Asking | undefined {
  if (!facilitator) return { consultation };
  const invitation = location.hash.slice(1);
  if (invitation !== '') {
    history.replaceState(null, '', location.pathname);
    return { invitation };
  }
  return memory.previous === undefined ? undefined : { invitation: usedBefore };
}
