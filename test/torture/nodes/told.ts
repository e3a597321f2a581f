import type { Torture } from '../part.ts';
import type { Guests } from './guests.ts';

/** What people noticed. */
export function told(when: string, crowd: Guests, figure: Torture['figure']): void {
  figure(`longest wait for a reply ${when}, s`, (crowd.longestWaitMs / 1000).toFixed(1));
  figure('  asked to wait, by status; connections and sockets cut', `${refusalsOf(crowd)}; ${crowd.cuts}`);
}

export const refusalsOf = ({ refused }: Guests): string =>
  [...refused].map(([status, times]) => `${status}: ${times}`).join(', ') || 'none';
