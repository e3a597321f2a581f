import type { Participant } from './participant.ts';

/** The longest time between two turns that counts, in seconds. */
export const longestPause = 300;

/**
 * The time a person has given to the conversation once they take a turn now, in whole seconds: the time since their
 * last turn is added. A longer pause adds nothing: they were away, and how long they read before they left cannot be
 * known. Nor does a clock that was set back.
 */
export function timeSpent({ spent = 0, updatedAt }: Participant, now: string): number {
  const seconds = Math.round((Date.parse(now) - Date.parse(updatedAt)) / 1000);
  return seconds > 0 && seconds <= longestPause ? spent + seconds : spent;
}
