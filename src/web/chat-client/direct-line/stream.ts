import { type ActivitySet, readActivities } from './activity.ts';

export interface Stream {
  /** Resolves when the socket is closed; `opened` tells whether it ever worked. */
  readonly ended: Promise<{ opened: boolean }>;
  close(): void;
}

const longestOpening = 10_000;

/** Listens to a conversation's activities. Only the path of the address counts: a proxy may have changed host and scheme. */
export function listen(streamUrl: string, on: { open(): void; set(set: ActivitySet): void }): Stream {
  const address = new URL(streamUrl, location.href);
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${location.host}${address.pathname}${address.search}`);
  let opened = false;
  const late = setTimeout(() => socket.close(), longestOpening);
  const ended = new Promise<{ opened: boolean }>((resolve) => {
    socket.onopen = () => {
      clearTimeout(late);
      opened = true;
      on.open();
    };
    socket.onmessage = ({ data }) => {
      const set = parsed(data);
      if (set) on.set(set);
    };
    socket.onclose = () => {
      clearTimeout(late);
      resolve({ opened });
    };
  });
  return { ended, close: () => socket.close() };
}

/** An empty frame is the server's way to see that somebody is there. */
function parsed(data: unknown): ActivitySet | undefined {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    return readActivities(JSON.parse(data));
  } catch {
    return undefined;
  }
}
