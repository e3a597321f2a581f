import type { ServerAnswer } from './request.ts';

/** What a person sent, before the server has it; its id makes a second delivery harmless. */
export interface OutboxEntry {
  readonly clientActivityID: string;
  readonly activity: object;
}

/** What became of one delivery; `later`: it stays at the head of the queue. */
export type OutboxDelivery = 'sent' | 'refused' | 'later';

/** Sends what was said until it has arrived, in order, from where all tabs hold it. */
export function createOutbox(
  kept: {
    waiting(): Promise<readonly OutboxEntry[]>;
    settled(id: string, how: 'sent' | 'refused'): Promise<void>;
  },
  deliver: (outgoing: OutboxEntry) => Promise<OutboxDelivery>,
) {
  let flushing: Promise<void> | undefined;
  let again = false;

  async function send() {
    for (;;) {
      again = false;
      const [head] = await kept.waiting();
      if (head === undefined) return;
      const became = await deliver(head);
      if (became === 'later') return;
      await kept.settled(head.clientActivityID, became);
    }
  }

  /** Sends what waits, oldest first, one at a time; stops at what cannot leave now. */
  function flush(): Promise<void> {
    again = true;
    flushing ??= send().finally(() => {
      flushing = undefined;
      // What was added as the last one left.
      return again ? flush() : undefined;
    });
    return flushing;
  }
  return { flush };
}

const tries = 3;

/**
 * What a delivery's answer means for the queue: it waits for a server that is away, however long. A few times it is
 * tried again in another conversation, or after a mistake of the server; only what can never pass is given up.
 */
export function judgement(): (answered: ServerAnswer, id: string) => OutboxDelivery {
  const tried = new Map<string, number>();
  return (answered, id) => {
    if (answered.outcome === 'ok') return 'sent';
    if (answered.outcome === 'away' && answered.why !== 'failed') return 'later';
    if (answered.outcome === 'refused' && ![401, 403, 404].includes(answered.status)) return 'refused';
    const times = (tried.get(id) ?? 0) + 1;
    tried.set(id, times);
    return times < tries ? 'later' : 'refused';
  };
}
