import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { ChannelTurn } from '../wire.ts';

/**
 * Greets each person once as their private conversation begins, though a channel may say so several times: the app is
 * installed, the assistant is added, the person is added. Whatever is said or done there since makes room for another one.
 */
export interface Arrivals {
  /** Runs the greeting, unless it was said already; another way of saying the same waits for it. */
  greet(turn: ChannelTurn, greeting: () => Promise<void>): Promise<void>;
  /** Something else happened in the conversation. */
  goOn(turn: ChannelTurn): void;
}

export function createArrivals(): Arrivals {
  const greeted = new BoundedMap<Promise<void>>(2_000);
  return {
    async greet(turn, greeting) {
      // Embedded Direct Line greets once by itself.
      if (turn.binding !== undefined) return greeting();
      const name = nameOf(turn);
      const before = greeted.get(name);
      if (before !== undefined) return before;
      const said = greeting();
      greeted.put(name, said);
      await said.catch((error: unknown) => {
        // It may succeed the next time.
        greeted.drop(name);
        throw error;
      });
    },
    goOn: (turn) => greeted.drop(nameOf(turn)),
  };
}

const nameOf = ({ activity: { channelId, conversation, from } }: ChannelTurn): string =>
  JSON.stringify([channelId, conversation.id, from.id]);
