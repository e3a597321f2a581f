import { hash } from 'node:crypto';
import type { Response } from 'restify';

/** The part of a page that changes. */
export interface LivePart {
  /** Tells two states of it apart. */
  readonly print: string;
  readonly markup: string;
}

/** A print of all that a state is drawn from, or of the state itself. */
export const printOf = (state: string): string => hash('sha256', state, 'base64url').slice(0, 12);

/** What is sent: what it is now, and how to hear that it may have changed, once a second at most. */
interface Source {
  /** Nothing: there is nothing more to send. */
  readonly draw: () => Promise<LivePart | undefined>;
  readonly watch: (listener: () => void) => () => void;
}

/** Server-sent events (HTML Living Standard, 9.2) of what changes on a page. */
export interface Streams {
  /**
   * Sends each new state, its print as the event's id, until the reader leaves; `seen`: the print they have. `by`: whose
   * streams are counted together. Settles once the connection is closed.
   */
  open(by: string, response: Response, seen: string, source: Source): Promise<void>;
}

/** Milliseconds, and how many streams one session may have. */
const ordinary = {
  /** A word now and then keeps proxies from cutting the line, and finds out who is gone. */
  beat: 25_000,
  /** A browser comes back by itself, and whether it still may is asked anew. */
  longest: 5 * 60_000,
  /** How soon a stop of the server is seen. */
  look: 500,
  most: 4,
} as const;
type Rhythm = Readonly<Record<keyof typeof ordinary, number>>;

/** `staying`: whether the server goes on; when it stops, the streams end. */
export function createStreams(staying: () => boolean, rhythm: Rhythm = ordinary): Streams {
  const open = new Map<string, number>();
  const count = (by: string, change: 1 | -1) => {
    const n = (open.get(by) ?? 0) + change;
    if (n === 0) open.delete(by);
    else open.set(by, n);
  };
  return {
    async open(by, response, seen, source) {
      if ((open.get(by) ?? 0) >= rhythm.most)
        return void response.sendRaw(429, '', { 'Retry-After': '60', 'Cache-Control': 'no-store' });
      // They left while they were let in.
      if (response.destroyed) return;
      count(by, 1);
      const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
      const stop = run(response, seen, source, staying, rhythm);
      await closed;
      stop();
      count(by, -1);
    },
  };
}

function run(
  response: Response,
  seen: string,
  { draw, watch }: Source,
  staying: () => boolean,
  { beat, longest, look }: Rhythm,
): () => void {
  response.writeHead(200, headers);
  response.write(`retry: ${retry}\n\n`);
  const end = () => void response.end();
  let last = seen;
  const send = async () => {
    // A reader who does not keep up gets the latest once they do, and nothing is heaped up meanwhile.
    if (response.writableNeedDrain) return void response.once('drain', tell);
    const now = await draw();
    if (response.writableEnded || response.destroyed) return;
    if (now === undefined) return end();
    if (now.print === last) return;
    last = now.print;
    response.write(eventOf(now));
  };
  const tell = inTurn(send, end);
  const timers = [
    setInterval(() => response.writableNeedDrain || response.write(':\n\n'), beat),
    setInterval(() => staying() || end(), look),
    setTimeout(end, longest),
  ];
  for (const timer of timers) timer.unref();
  const unwatch = watch(tell);
  tell();
  return () => {
    unwatch();
    for (const timer of timers) clearTimeout(timer);
  };
}

/** One after the other, and once more for all that is asked meanwhile; what goes wrong ends it. */
function inTurn(run: () => Promise<void>, end: () => void): () => void {
  let [running, again] = [false, false];
  const go = async (): Promise<void> => {
    running = true;
    again = false;
    await run();
    running = false;
    if (again) await go();
  };
  return () => {
    if (running) again = true;
    else go().catch(end);
  };
}

const retry = 3_000;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // Some reverse proxies (nginx) would otherwise hold it back.
  'X-Accel-Buffering': 'no',
} as const;

const eventOf = ({ print, markup }: LivePart): string =>
  `id: ${print}\n${markup
    .split('\n')
    .map((line) => `data: ${line}\n`)
    .join('')}\n`;
