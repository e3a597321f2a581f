import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  readonly process: ChildProcess;
  /** What it printed so far, and what it complained of. */
  readonly printed: () => string;
  readonly complained: () => string;
  /** The address of the chat page, once it is printed. */
  readonly url: Promise<string>;
  /** Settles with the exit code, or the signal that ended it. */
  readonly over: Promise<number | NodeJS.Signals>;
}

/** The program in a process of its own, as `npm start` runs it. */
export function child(env: Readonly<Record<string, string>>): Child {
  const running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  running.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const over = once(running, 'close').then(([code, signal]) => code ?? signal);
  const url = new Promise<string>((resolve, reject) => {
    running.stdout.on('data', (chunk) => {
      out += chunk;
      const found = /(http:\S+)\/facilitator#\S+\n/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    over.then((code) => reject(new Error(`It ended with ${code}: ${err}`)));
  });
  url.catch(() => undefined);
  return { process: running, printed: () => out, complained: () => err, url, over };
}
