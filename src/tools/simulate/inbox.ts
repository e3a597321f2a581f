import { LineFailure } from './line-failure.ts';
import type { StreamedActivity } from './stream.ts';

/** The assistant's messages as they come in. */
export interface Inbox {
  take(activities: readonly StreamedActivity[]): void;
  /** Nothing more will come: whoever waits is told. */
  fail(message: string): void;
  /** What came in reply to an activity (or at all): waits until a reply has come and nothing follows it. */
  turn(
    activity: string | undefined,
    patience: number,
  ): Promise<{ replies: readonly StreamedActivity[]; last: number }>;
}

/** The silence that ends a turn once a reply has come, in milliseconds. */
const quiet = 40;

/** Only what has a label is the assistant's. Times are those of `performance.now`. */
export function createInbox(): Inbox {
  let arrivals: { readonly at: number; readonly message: StreamedActivity }[] = [];
  let broken: string | undefined;
  let wake = () => {};
  return {
    take(activities) {
      const at = performance.now();
      for (const message of activities) {
        if (message.type === 'message' && message.label !== '') arrivals.push({ at, message });
      }
      wake();
    },
    fail(message) {
      broken ??= message;
      wake();
    },
    async turn(activity, patience) {
      const deadline = performance.now() + patience;
      for (;;) {
        if (broken !== undefined) throw new LineFailure(broken);
        const mine = arrivals.filter(({ message }) => answers(message, activity));
        const last = mine.at(-1)?.at;
        const now = performance.now();
        if (last !== undefined && now - last >= quiet) {
          arrivals = [];
          return { replies: mine.map(({ message }) => message), last };
        }
        if (now >= deadline) throw new LineFailure(`No reply within ${patience} ms`);
        await rest((last === undefined ? deadline : last + quiet) - now, (resume) => {
          wake = resume;
        });
      }
    },
  };
}

/** Late replies to an earlier message are not this one's. */
const answers = ({ replyToId }: StreamedActivity, activity: string | undefined) =>
  activity === undefined || replyToId === undefined || replyToId === activity;

/** Until resumed, and no longer than this. */
async function rest(milliseconds: number, arm: (resume: () => void) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, Math.ceil(milliseconds));
  arm(resolve);
  await promise;
  clearTimeout(timer);
}
