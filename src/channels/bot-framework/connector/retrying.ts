/** A request that came to nothing. */
export interface Setback {
  /** From 1. */
  readonly attempt: number;
  /** Milliseconds since the first attempt began. */
  readonly spent: number;
  /** Absent: no answer came. */
  readonly status?: number | undefined;
  /** Milliseconds after which there is no further try, unless the service is there and only asks for a pause. */
  readonly patience: number;
  /** The header as it came: seconds, or a date (RFC 9110, 10.2.3). */
  readonly retryAfter?: string | undefined;
}

type Verdict =
  | { readonly outcome: 'again'; readonly after: number }
  | { readonly outcome: 'gone' | 'missing' | 'failed' };

export interface Chance {
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/**
 * Whether to try again, and after how many milliseconds: what Teams and the Bot Connector call passing, at most five
 * times, as long as whoever posts has patience, and for three minutes where the service asks for it. Pauses double, each by chance up to half shorter or longer, so that those who
 * failed together do not come back together.
 */
export function judge({ attempt, spent, status, retryAfter, patience }: Setback, chance: Chance): Verdict {
  if (status === 403) return { outcome: 'gone' };
  if (status === 404) return { outcome: 'missing' };
  if (status !== undefined && !passing.has(status)) return { outcome: 'failed' };
  const asked = askedPause(retryAfter, chance.now());
  const after =
    asked === undefined
      ? base * 2 ** (attempt - 1) * (0.5 + chance.random())
      : asked + base * chance.random();
  const longest = status === 429 ? longestPatience : patience;
  if (attempt >= mostTries || spent + after > longest) return { outcome: 'failed' };
  return { outcome: 'again', after };
}

const passing: ReadonlySet<number> = new Set([412, 429, 500, 502, 503, 504]);
const mostTries = 5;
const base = 1000;
const longestAsked = 60_000;
/** Milliseconds. */
export const longestPatience = 180_000;

function askedPause(retryAfter: string | undefined, now: number): number | undefined {
  const text = retryAfter?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestAsked);
}
