/** A place in a conversation's log: the life of the conversation that it belongs to, and a number within it. */
export const watermark = (epoch: string, n: number): string => `${epoch}.${n}`;

/** How far the holder of a watermark has read; 0, the beginning, for one of another life or of none. */
export function readUpTo(epoch: string, mark: string | undefined): number {
  const n = mark?.startsWith(`${epoch}.`) ? mark.slice(epoch.length + 1) : '';
  return /^\d{1,15}$/.test(n) ? Number(n) : 0;
}
