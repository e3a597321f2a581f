import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LetterBox, letterBox } from '#test/http/mail/letter-box.ts';
import { postgresServer, type Server } from '#test/store/postgres/server.ts';
import { type Program, startProgram } from '../program.ts';
import { type Balancer, balancer, freePorts } from './balancer.ts';

export const secret = 'torture'.repeat(8);
export const facilitatorKey = 'facilitating'.repeat(4);

/** Nodes on one PostgreSQL that waits for its disk, behind a balancer, with a server that takes their letters. */
export interface Installation {
  readonly server: Server;
  readonly database: string;
  /** Where people come. */
  readonly url: string;
  /** Where each node is reached by itself. */
  readonly addresses: readonly string[];
  readonly nodes: Program[];
  readonly front: Balancer;
  readonly letters: LetterBox;
  /** Ends a node by a signal; with what it ended. */
  end(nth: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | NodeJS.Signals>;
  /** Has a node stand still, its port open; `wake` has it go on as if no time had passed. */
  hang(nth: number): void;
  wake(nth: number): void;
  /** Starts it again where it was, of this release or another's files, and waits until it says that it is ready. */
  start(nth: number, code?: string): Promise<void>;
  /** What any node complained of. */
  readonly complaints: () => readonly string[];
  remove(): Promise<void>;
}

export async function installation(count = 3): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-nodes-'));
  const server = await postgresServer({ durable: true });
  const database = await server.database();
  const letters = await letterBox();
  const ports = await freePorts(count);
  const front: Balancer = await balancer(ports);
  const addresses = ports.map((port) => `http://127.0.0.1:${port}`);
  const nodes: Program[] = [];
  const all: Program[] = [];
  const start = async (nth: number, code?: string) => {
    const settings = {
      ...{ DATABASE_URL: database, DATABASE_POOL: '8', PUBLIC_URL: front.url },
      ...{ PORT: `${ports[nth]}`, NODE_ADDRESS: addresses[nth] ?? '', LOG_LEVEL: 'warn' },
      ...{ DIRECT_LINE_SECRET: secret, FACILITATOR_KEY: facilitatorKey },
      ...{ SMTP_URL: letters.url, MAIL_FROM: 'consultation@ville.example' },
    };
    const node = await startProgram(settings, join(folder, `${nth}`), code);
    nodes[nth] = node;
    all.push(node);
    while ((await statusAt(`${addresses[nth]}/readyz`)) !== 200) await pause(20);
  };
  const signalTo = (nth: number, signal: NodeJS.Signals): Program => {
    const node = nodes[nth];
    if (node === undefined) throw new Error(`No node ${nth}`);
    process.kill(node.pid, signal);
    return node;
  };
  await Promise.all(ports.map((_, nth) => start(nth)));
  return {
    ...{ server, database, url: front.url, addresses, nodes, front, letters, start },
    end: (nth, signal) => signalTo(nth, signal).over,
    hang: (nth) => void signalTo(nth, 'SIGSTOP'),
    wake: (nth) => void signalTo(nth, 'SIGCONT'),
    complaints: () =>
      all.flatMap((node) => node.log().split('\n')).filter((line) => line.includes('"request failed"')),
    async remove() {
      await Promise.all(nodes.map((node) => node.stop(true)));
      await Promise.all([front.stop(), letters.close()]);
      await server.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const statusAt = async (url: string): Promise<number> =>
  fetch(url).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );
