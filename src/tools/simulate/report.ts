import type { Story } from './play.ts';

/** The running account of a simulation. */
export function createReport(people: number) {
  const ended = { finished: 0, 'gave-up': 0, failed: 0 };
  const failures: string[] = [];
  const times: number[] = [];
  let replies = 0;
  const done = () => ended.finished + ended['gave-up'] + ended.failed;
  return {
    failures,
    /** Takes a story that has ended. */
    add(story: Story) {
      ended[story.ended]++;
      if (story.failure !== undefined) failures.push(story.failure);
      for (const time of story.times) times.push(time);
      replies += story.replies;
    },
    /** One line: how far it is. */
    progress() {
      const width = 30;
      const filled = Math.floor((width * done()) / people);
      const bar = '#'.repeat(filled) + '-'.repeat(width - filled);
      return `[${bar}] ${done()}/${people} people, ${times.length} turns`;
    },
    /** One line: people, turns, replies, median and p99 of the reply time. */
    summary() {
      const sorted = times.toSorted((a, b) => a - b);
      const { finished, failed } = ended;
      return [
        `${done()} people (${finished} to the end, ${ended['gave-up']} left half-way, ${failed} failed)`,
        `${times.length} turns`,
        `${replies} replies`,
        `reply time: median ${quantile(sorted, 0.5)} ms, p99 ${quantile(sorted, 0.99)} ms`,
      ].join(', ');
    },
  };
}

/** The smallest value that this share of the sorted values does not exceed, to a tenth; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return Math.round(value * 10) / 10;
}
