import type { Held } from './shelf.ts';

/** What one tab tells the others of the same conversation; what the server says, each hears by itself. */
export type TabNews =
  | { readonly is: 'said'; readonly held: Held }
  | { readonly is: 'settled'; readonly id: string; readonly how: 'sent' | 'refused' }
  | { readonly is: 'written'; readonly words: string }
  | { readonly is: 'emptied'; readonly why: 'erased' | 'left' };

/** The other tabs of this browser that show the conversation; where browsers keep nothing, each tab is somebody else. */
export function otherTabs(name: string, hear: (news: TabNews) => void): (news: TabNews) => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(`trajectoires:${name}`);
  channel.onmessage = ({ data }: MessageEvent<TabNews>) => hear(data);
  return (news) => channel.postMessage(news);
}

/**
 * Takes the turn to begin or take up the conversation for so long, in milliseconds, as the browser holds it for all its tabs; 0 gives
 * it back. Whether it was free.
 */
export type TakeTurn = (forMs: number) => Promise<boolean>;

/** One tab at a time: two that open at once begin one conversation. */
export async function oneAtATime<T>(name: string, turn: TakeTurn, act: () => Promise<T>): Promise<T> {
  let begun = false;
  const alone = () => {
    begun = true;
    return act();
  };
  // Missing where the page is served without TLS, refused where nothing is kept.
  if (navigator.locks === undefined) return inTurn(turn, act);
  return navigator.locks.request(`trajectoires:${name}`, alone).catch((error: unknown) => {
    if (begun) throw error;
    return act();
  });
}

/** A tab that is closed meanwhile keeps the others waiting no longer than this, in milliseconds. */
const longestTurn = 5_000;

async function inTurn<T>(turn: TakeTurn, act: () => Promise<T>): Promise<T> {
  while (!(await turn(longestTurn))) await new Promise((again) => setTimeout(again, 100));
  try {
    return await act();
  } finally {
    await turn(0);
  }
}
