import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long its thread stood still at worst since last asked (ms), its resident memory and what its objects hold (MiB). */
interface Figures {
  readonly worstStallMs: number;
  readonly rssMiB: number;
  readonly heldMiB: number;
}

/** The program under torture, as `npm start` runs it, in a process of its own that can be asked about itself. */
export interface Program {
  readonly url: string;
  readonly dataDir: string;
  /** Opens the facilitator's space, once. */
  readonly spaceLink: string;
  readonly pid: number;
  figures(): Promise<Figures>;
  routes(): Promise<readonly { readonly method: string; readonly path: string }[]>;
  /** Puts its clock forward, or back. */
  jump(by: number): Promise<void>;
  /** Collects its garbage, so that memory tells what is held. */
  collect(): Promise<void>;
  /** What it logged and complained of so far. */
  log(): string;
  /** The exit code, or the signal that ended it, once it is over. */
  readonly over: Promise<number | NodeJS.Signals>;
  /** Asks it to end, and waits; its folder goes unless it is to be looked at. */
  stop(keepFolder?: boolean): Promise<number | NodeJS.Signals>;
}

/** `code`: where the program's own files are; this very release unless told. */
export async function startProgram(
  settings: Readonly<Record<string, string>> = {},
  folder?: string,
  code?: string,
): Promise<Program> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'trajectoires-torture-')));
  const child = spawn(process.execPath, [...asNpmStart, '--expose-gc', '--import', inside, 'src/start.js'], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'info', DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(code !== undefined && { cwd: code }),
  });
  let log = '';
  const note = (chunk: Buffer) => {
    log += chunk;
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  // Whatever becomes of the torture, nothing goes on after it; not even one that stands still.
  const sweep = () => void child.kill('SIGKILL');
  process.once('exit', sweep);
  const over = once(child, 'close').then(([code, signal]) => {
    process.off('exit', sweep);
    return code ?? signal;
  });
  const spaceLink = await firstMatch(
    () => /http:\S+\/animation\/entree\/\S+/.exec(log)?.[0],
    child.stdout,
    over,
  );
  const waiting = new Map<number, (answer: never) => void>();
  let asked = 0;
  child.on('message', ({ id, answer }: { id: number; answer: never }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const ask = <T>(what: string, more: object = {}) =>
    new Promise<T>((resolve, reject) => {
      asked += 1;
      waiting.set(asked, resolve);
      void over.then((how) => reject(new Error(`The program ended with ${how}: ${log.slice(-2000)}`)));
      if (child.connected) child.send({ id: asked, what, ...more });
    });
  const url = new URL(spaceLink).origin;
  return {
    url,
    dataDir,
    spaceLink,
    pid: child.pid ?? 0,
    figures: () => ask('figures'),
    routes: () => ask('routes'),
    jump: (by) => ask('jump', { by }),
    collect: () => ask('collect'),
    log: () => log,
    over,
    async stop(keepFolder = false) {
      child.kill('SIGTERM');
      const how = await over;
      if (!keepFolder) await rm(dataDir, { recursive: true, force: true });
      return how;
    },
  };
}

const asNpmStart = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
const inside = new URL('./inside.ts', import.meta.url).href;

function firstMatch(
  found: () => string | undefined,
  output: NodeJS.ReadableStream | null,
  over: Promise<unknown>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    output?.on('data', () => {
      const match = found();
      if (match !== undefined) resolve(match);
    });
    void over.then((how) => reject(new Error(`The program ended with ${how}`)));
  });
}
