import type { Logged } from './teams.ts';

interface Over {
  /** `app`: the bot in all. */
  readonly thread: string;
  /** Seconds. */
  readonly window: number;
  readonly allowed: number;
  readonly came: number;
}

/** What Teams allows, in seconds: written down here once more, for the code under test is not to judge itself. */
const thread = [
  { window: 1, allowed: 7 },
  { window: 2, allowed: 8 },
  { window: 30, allowed: 60 },
  { window: 3600, allowed: 1800 },
];
const app = [{ window: 1, allowed: 30 }];

/** The threads and windows in which more requests came than allowed, with the most that came in one of them. */
export function overLimits(log: readonly Logged[]): readonly Over[] {
  const posts = log.filter(({ method }) => method === 'POST' || method === 'PUT');
  const threads = Map.groupBy(posts, ({ conversation }) => conversation);
  return [
    ...[...threads].flatMap(([name, requests]) => over(name, requests, thread)),
    ...over('app', log, app),
  ];
}

function over(
  name: string,
  requests: readonly Logged[],
  limits: readonly { window: number; allowed: number }[],
) {
  const times = requests.map(({ time }) => time).sort((a, b) => a - b);
  return limits.flatMap(({ window, allowed }) => {
    const came = fullest(times, window * 1000);
    return came > allowed ? [{ thread: name, window, allowed, came }] : [];
  });
}

/** The most that fall into one stretch of so many milliseconds. */
function fullest(times: readonly number[], within: number): number {
  let from = 0;
  let most = 0;
  for (const [to, time] of times.entries()) {
    while ((times[from] ?? time) <= time - within) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
