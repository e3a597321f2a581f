import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { ChannelTurn } from '../wire.ts';

/** Which replies somebody cannot have had in sight as they wrote something in a Bot Framework conversation. */
export interface Unseen {
  /** To be called as an activity arrives: the activities before it whose replies were not there yet. */
  arrive(turn: ChannelTurn): Arrived;
}

interface Arrived {
  readonly unseen: readonly string[];
  /** Its own replies are with the channel, or will never be. */
  answered(): void;
}

interface Answered {
  readonly activity: string;
  /** Milliseconds by the channel's clock before which nobody can have seen the replies; nothing: known to be seen. */
  from?: number;
}

/** Of each conversation. */
const kept = 8;

/**
 * Two bounds, and no guess. What arrives while an earlier activity is at work was sent before its replies. And what the
 * channel took at a time of its clock T was answered no sooner than T and the time we spent on it: whatever it took earlier
 * than that was sent before, too, though it was brought to us later.
 */
export function createUnseen(now = () => performance.now()): Unseen {
  const latest = new BoundedMap<readonly Answered[]>(2_000);
  return {
    arrive({ activity: { id = '', channelId, conversation, timestamp } }) {
      const name = JSON.stringify([channelId, conversation.id]);
      const [arrivedAt, sentAt] = [now(), preciseTime(timestamp)];
      const before = latest.get(name) ?? [];
      const own: Answered = { activity: id, from: Number.POSITIVE_INFINITY };
      latest.drop(name);
      latest.put(name, [...before, own].slice(-kept));
      const isUnseen = ({ from }: Answered) =>
        from === Number.POSITIVE_INFINITY || (from !== undefined && sentAt !== undefined && sentAt < from);
      return {
        unseen: before.filter(isUnseen).map(({ activity }) => activity),
        answered() {
          if (sentAt === undefined) delete own.from;
          else own.from = sentAt + now() - arrivedAt - rounding;
        },
      };
    },
  };
}

/** Milliseconds that two clock readings of whole milliseconds may be off together. */
const rounding = 2;

/** A time to the millisecond; nothing where a channel tells whole seconds alone, of which many may pass for one. */
function preciseTime(timestamp: Date | string | undefined): number | undefined {
  const ms = timestamp === undefined ? Number.NaN : new Date(timestamp).getTime();
  return Number.isNaN(ms) || ms % 1000 === 0 ? undefined : ms;
}
