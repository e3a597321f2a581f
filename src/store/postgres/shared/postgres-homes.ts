import { createHmac, type KeyObject, randomUUID } from 'node:crypto';
import type { Home, Homes } from '../../shared/homes.ts';
import type { Database, Query } from '../database.ts';
import { createOwnHomes } from './own-homes.ts';

/** How often a node says that it lives, and for how long it is believed, in milliseconds. */
const [beatMs, leaseMs] = [1_000, 5_000];
/** How often homes that nobody uses are given up. */
const sweepMs = 60_000;
/** Seconds after which what a dead node left is removed. */
const deadFor = 3_600;

/** How often a conversation is asked for that changes hands meanwhile. */
const mostTries = 5;

interface Parts {
  readonly database: Database;
  /** Hides the conversations' names, some of which say who somebody is. */
  readonly key: KeyObject;
  /** Where other nodes reach this one, as `http://host:port`; known once it listens. */
  readonly address: () => string;
  /** Whether what was said in a conversation is in memory here. */
  readonly isLive: (conversation: string) => boolean;
  /** Told of conversations that went elsewhere while this node was not heard of: nothing of them goes on here. */
  readonly onLost: (conversation: string) => void;
  /** Told of an address at which no node is heard of any more: whoever waits for it waits in vain. */
  readonly onSilent?: (address: string) => void;
  /** Milliseconds, of a clock that nobody sets. */
  readonly clock?: () => number;
}

/** The homes of an installation with several nodes; the clock is the database's. */
export interface PostgresHomes extends Homes {
  /** Once this node listens. Whoever was heard of at its address before is gone: conversations wait for no lease of theirs. */
  start(): Promise<void>;
  /** From now on its conversations are other nodes' to take, as long as there is one; what is at work here ends here. */
  leave(): Promise<void>;
  close(): void;
}

/** A conversation belongs to whoever first asks for it, as long as that node says each second that it lives. */
export function createPostgresHomes(parts: Parts): PostgresHomes {
  const {
    database,
    key,
    address,
    isLive,
    onLost,
    onSilent = () => {},
    clock = () => performance.now(),
  } = parts;
  const { query } = database;
  const id = randomUUID();
  const own = createOwnHomes(clock);
  /** Conversations that were found elsewhere, and the nodes that live. */
  const [elsewhere, alive] = [new Map<string, string>(), new Map<string, string>()];
  let state: 'before' | 'here' | 'leaving' = 'before';
  let heardAt = Number.NEGATIVE_INFINITY;
  let timers: readonly NodeJS.Timeout[] = [];
  const placeOf = (conversation: string) =>
    createHmac('sha256', key).update(conversation).digest('base64url');
  const isHeard = () => clock() - heardAt < leaseMs;

  /** Says that this node lives, and learns who else does. After a silence, whatever was taken over meanwhile goes. */
  const beat = async () => {
    const wasHeard = isHeard();
    const at = clock();
    const nodes = await query<Living>(living, [id, address(), leaseMs]);
    if (!wasHeard) await dropLost();
    heardAt = at;
    const before = [...alive.values()];
    alive.clear();
    for (const node of nodes) if (node.id !== id) alive.set(node.id, node.address);
    for (const [conversation, node] of elsewhere) if (!alive.has(node)) elsewhere.delete(conversation);
    const heard = new Set(alive.values());
    for (const one of before) if (!heard.has(one)) onSilent(one);
  };
  const dropLost = async () => {
    const still = await query<{ place: string }>('SELECT place FROM trajectoires.homes WHERE node = $1', [
      id,
    ]);
    const places = new Set(still.map(({ place }) => place));
    for (const conversation of own.all()) {
      if (places.has(placeOf(conversation))) continue;
      own.drop(conversation);
      onLost(conversation);
    }
  };
  const sweep = async () => {
    const idle = own.idle(isLive);
    for (const conversation of idle) own.drop(conversation);
    await query('DELETE FROM trajectoires.homes WHERE node = $1 AND place = ANY($2)', [
      id,
      idle.map(placeOf),
    ]);
    await query(abandoned, [deadFor]);
    await query(forgotten, [deadFor]);
  };

  /** Where it is, or whether it could be taken; whoever leaves takes none, and leads to a node that stays. */
  const asked = async (conversation: string): Promise<Home | undefined> => {
    const place = placeOf(conversation);
    if (state === 'here' && (await query(claim, [place, id, leaseMs])).length > 0) return 'here';
    const [home] = await query<{ id: string; address: string }>(whose, [place, leaseMs]);
    if (home === undefined) return state === 'here' ? undefined : (someoneElse() ?? 'here');
    return home.id === id ? 'here' : { node: home.id, address: home.address };
  };
  /** A node that goes on, which is asked in the place of one that leaves. */
  const someoneElse = (): Home | undefined => {
    const [other] = alive;
    return other && { node: other[0], address: other[1] };
  };
  const found = async (conversation: string): Promise<Home> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const home = await asked(conversation);
      if (home === undefined) continue;
      if (home === 'here') own.use(conversation);
      else if (state === 'here') elsewhere.set(conversation, home.node);
      return home;
    }
    return 'here';
  };

  return {
    async of(conversation) {
      if (state === 'here' && !isHeard()) await beat();
      if (state === 'here' && own.use(conversation, 'known')) return 'here';
      const node = elsewhere.get(conversation);
      const there = node === undefined ? undefined : alive.get(node);
      return node === undefined || there === undefined ? found(conversation) : { node, address: there };
    },
    async takeOver(conversation, from) {
      elsewhere.delete(conversation);
      alive.delete(from);
      if (state !== 'here') return;
      await query('UPDATE trajectoires.homes SET node = $3 WHERE place = $1 AND node = $2', [
        ...[placeOf(conversation), from, id],
      ]);
    },
    forget: (conversation) => void elsewhere.delete(conversation),
    async start() {
      await query('DELETE FROM trajectoires.nodes WHERE address = $1', [address()]);
      await beat();
      state = 'here';
      // What fails is tried again at the next beat.
      timers = [
        setInterval(() => void beat().catch(() => {}), beatMs).unref(),
        setInterval(() => void sweep().catch(() => {}), sweepMs).unref(),
      ];
    },
    async leave() {
      if (state !== 'here') return;
      state = 'leaving';
      for (const timer of timers) clearInterval(timer);
      own.clear();
      await query('DELETE FROM trajectoires.nodes WHERE id = $1', [id]);
      alive.clear();
      for (const node of await query<Living>(others, [leaseMs])) alive.set(node.id, node.address);
    },
    close() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

interface Living extends Record<string, unknown> {
  readonly id: string;
  readonly address: string;
}

/** Where nodes that live are reached. */
export async function livingNodes(query: Query): Promise<readonly string[]> {
  return (await query<Living>(others, [leaseMs])).map(({ address }) => address);
}

const isAlive = (parameter: string) => `seen > now() - ${parameter} * interval '1 millisecond'`;

const living = `WITH own AS (
    INSERT INTO trajectoires.nodes (id, address, seen) VALUES ($1, $2, now())
    ON CONFLICT (id) DO UPDATE SET address = EXCLUDED.address, seen = now()
  ) SELECT id, address FROM trajectoires.nodes WHERE ${isAlive('$3')}`;

const others = `SELECT id, address FROM trajectoires.nodes WHERE ${isAlive('$1')}`;

/** Taken, or its own already; not from a node that lives. */
const claim = `INSERT INTO trajectoires.homes AS home (place, node) VALUES ($1, $2)
  ON CONFLICT (place) DO UPDATE SET node = EXCLUDED.node
  WHERE home.node = EXCLUDED.node
    OR NOT EXISTS (SELECT FROM trajectoires.nodes AS other WHERE other.id = home.node AND other.${isAlive('$3')})
  RETURNING place`;

const whose = `SELECT node.id, node.address FROM trajectoires.homes AS home
  JOIN trajectoires.nodes AS node ON node.id = home.node WHERE home.place = $1 AND node.${isAlive('$2')}`;

const abandoned = `DELETE FROM trajectoires.homes WHERE NOT EXISTS (
  SELECT FROM trajectoires.nodes AS node WHERE node.id = homes.node AND node.seen > now() - $1 * interval '1 second')`;
const forgotten = "DELETE FROM trajectoires.nodes WHERE seen <= now() - $1 * interval '1 second'";
