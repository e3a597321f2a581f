import type { Activity, ActivitySet } from '../direct-line/activity.ts';
import type { OutboxEntry } from '../direct-line/outbox.ts';
import { type Drop, type Held, type Put, type Shelf, shelfInPage } from './shelf.ts';

/** What was found of an earlier visit, or of another tab. */
interface Found {
  readonly said: readonly Held[];
  readonly waiting: ReadonlySet<string>;
  readonly draft: string;
  readonly watermark?: string | undefined;
}

/** Things said that are held at most, the latest: as many as the server itself remembers of a conversation. */
const most = 200;

/** For how long a browser is known again, in milliseconds: nothing is held any longer. */
const longest = 90 * 86_400_000;

/** What the browser holds of the conversation: what was said, what is to be sent, what is being written, and where it is. */
export function createKeep(first: Shelf) {
  let shelf = first;
  const said = new Map<string, Held>();

  /** A browser that refuses half-way is one that keeps nothing: the page goes on by itself. */
  async function on<T>(act: (shelf: Shelf) => Promise<T>): Promise<T> {
    try {
      return await act(shelf);
    } catch (error) {
      if (!shelf.lasts) throw error;
      shelf = shelfInPage();
      return act(shelf);
    }
  }
  const change = (put: readonly Put[], drop: readonly Drop[] = []) =>
    on((its) => its.change(put, [...drop, ...beyond(said)]));
  const one = async (drawer: 'place' | 'draft') => (await on((its) => its.all(drawer)))[0];
  const waiting = async () => sorted(await on((its) => its.all('queue')));

  const tab = String(Math.random());
  return {
    turn: (forMs: number) => on((its) => its.claim('turn', { id: tab, n: Date.now() + forMs })),
    get lasts() {
      return shelf.lasts;
    },
    /** `until`: the time at which the answers themselves are erased, where it is known. */
    async find(until = Number.POSITIVE_INFINITY): Promise<Found> {
      if (until <= Date.now()) await on((its) => its.empty());
      // The place first: what was said up to there is then among what is read.
      const place = await one('place');
      const queue = await waiting();
      for (const each of sorted(await on((its) => its.all('said')))) said.set(each.id, each);
      await change([['until', { id: 'until', n: Math.min(Date.now() + longest, until) }]]);
      const found = { said: [...said.values()], waiting: new Set(queue.map(({ id }) => id)) };
      return { ...found, draft: (await one('draft'))?.words ?? '', watermark: place?.watermark };
    },
    /** The conversation that all tabs are in. */
    place: async () => (await one('place'))?.conversation,
    moveTo: (conversation: string) => change([['place', { id: 'place', n: 0, conversation }]]),
    /** What the server said, and up to where; at once or not at all. */
    heard({ activities, watermark }: ActivitySet, conversation: string | undefined) {
      const fresh = activities.flatMap((each) => heldOf(each, said) ?? []);
      if (fresh.length === 0 && watermark === undefined) return undefined;
      for (const each of fresh) said.set(each.id, each);
      const place = { id: 'place', n: 0, ...(conversation && { conversation }) };
      return change([
        ...fresh.map((each): Put => ['said', each]),
        ...(watermark === undefined ? [] : [['place', { ...place, watermark }] as const]),
      ]);
    },
    /** What the person said: to be shown after everything else, and to be sent. */
    async say(id: string, words: string, outgoing: object): Promise<Held> {
      const activity = { type: 'message', mine: true, text: words, cards: [], clientActivityID: id };
      const held = { id, n: Math.max(0, ...[...said.values()].map(({ n }) => n)) + step, activity };
      said.set(id, held);
      await change(
        [
          ['said', held],
          ['queue', { id, n: held.n, outgoing }],
        ],
        [['draft', 'draft']],
      );
      return held;
    },
    /** Another tab holds it already. */
    note: (held: Held) => void said.set(held.id, held),
    /** What the server does not have yet, in order, whichever tab it was said in. */
    waiting: async (): Promise<readonly OutboxEntry[]> =>
      (await waiting()).flatMap(({ id, outgoing }) =>
        outgoing ? { clientActivityID: id, activity: outgoing } : [],
      ),
    async settled(id: string, how: 'sent' | 'refused') {
      const held = said.get(id);
      const refused = how === 'refused' && held !== undefined;
      await change(refused ? [['said', { ...held, refused: true }]] : [], [['queue', id]]);
    },
    write: (words: string) =>
      words === '' ? change([], [['draft', 'draft']]) : change([['draft', { id: 'draft', n: 0, words }]]),
    /** Lets go of what was said; what is to be sent stays. */
    async letGo() {
      const before = [...said.keys()];
      const stays = new Set((await waiting()).map(({ id }) => id));
      const gone = before.filter((id) => !stays.has(id));
      for (const id of gone) said.delete(id);
      await change(
        [],
        gone.map((id): Drop => ['said', id]),
      );
    },
    empty() {
      said.clear();
      return on((its) => its.empty());
    },
  };
}
export type Keep = ReturnType<typeof createKeep>;

const sorted = (held: readonly Held[]) => [...held].sort((a, b) => a.n - b.n);

/** After what was said in the same millisecond; a time of today as a number holds no smaller parts (2^-12). */
const step = 0.000_5;

/** As it is held; nothing of what has no name or is not understood. What came before stays where it was. */
function heldOf(activity: Activity, said: ReadonlyMap<string, Held>): Held | undefined {
  const { mine, clientActivityID, type, at = 0 } = activity;
  if (type !== 'message') return undefined;
  const id = mine ? (clientActivityID ?? activity.id) : activity.id;
  const before = id === undefined ? undefined : said.get(id);
  if (id === undefined) return undefined;
  // The echo of a card's button bears no words: they are the page's own.
  if (mine) return before ? { ...before, n: at } : activity.text === '' ? undefined : { id, n: at, activity };
  // Of one turn's replies, which have the same time, each bears its number.
  const nth = Number(/\.(\d{1,4})$/.exec(id)?.[1] ?? 0);
  return { id, n: before?.n ?? at + nth * step * 10, activity };
}

/** The oldest, where there are too many. */
function beyond(said: Map<string, Held>): readonly Drop[] {
  if (said.size <= most) return [];
  const gone = sorted([...said.values()]).slice(0, said.size - most);
  for (const { id } of gone) said.delete(id);
  return gone.map(({ id }): Drop => ['said', id]);
}
