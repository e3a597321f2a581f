/** Conversations that are at home on this node, and when each was last asked for. */
export interface OwnHomes {
  /** It is asked for now; `known`: only if it is at home here. Says whether it is. */
  use(conversation: string, only?: 'known'): boolean;
  drop(conversation: string): void;
  all(): readonly string[];
  /** Those that nobody asked for in a while and that are not in memory. */
  idle(isLive: (conversation: string) => boolean): readonly string[];
  clear(): void;
}

/** As long as a conversation stays in memory without a sign of life, in milliseconds. */
const idleMs = 30 * 60_000;

export function createOwnHomes(now: () => number): OwnHomes {
  const usedAt = new Map<string, number>();
  return {
    use(conversation, only) {
      if (only === 'known' && !usedAt.has(conversation)) return false;
      usedAt.set(conversation, now());
      return true;
    },
    drop: (conversation) => void usedAt.delete(conversation),
    all: () => [...usedAt.keys()],
    idle: (isLive) => [...usedAt].flatMap(([one, at]) => (now() - at > idleMs && !isLive(one) ? [one] : [])),
    clear: () => usedAt.clear(),
  };
}
