import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { town } from './town.ts';

/** Microsoft's Agents Playground, a Teams in the browser, as a process of its own. */
export interface Playground {
  readonly url: string;
  /** Fulfilled when the process is gone and its files with it, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the Playground before the bot at this address (of `/api/messages`); port 0, or one that is taken: any free one. */
export async function startPlayground(bot: string, port = 0): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-playground-'));
  const settings = join(folder, 'settings.yml');
  // JSON is YAML.
  await writeFile(settings, JSON.stringify(town));
  const child = spawn(process.execPath, ['--import', alone, program, ...options(bot, port)], {
    cwd: folder,
    env: { ...process.env, ...environment(folder, settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(() => rm(folder, { recursive: true, force: true }));
  const stop = async () => {
    child.kill();
    await ended;
  };
  const listening = await firstWords(child.stdout, child.stderr, ended);
  if ('url' in listening) return { url: listening.url, ended, stop };
  await stop();
  throw new Error(`The Playground does not start: ${listening.said}`);
}

const require = createRequire(import.meta.url);
const program = require.resolve('@microsoft/m365agentsplayground/cli.js');
const alone = new URL('./this-machine-alone.ts', import.meta.url).href;

const options = (bot: string, port: number) => [
  ...['--app-endpoint', bot, '--channel-id', 'msteams', '--port', `${port}`],
  '--disable-telemetry',
];

/** What the Playground has no option for. A proxy would be asked for this machine's own addresses too. */
const environment = (folder: string, settings: string) => ({
  M365_AGENTS_PLAYGROUND_CONFIG_PATH: settings,
  M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
  TEAMSAPPTESTER_BROWSER: 'none',
  NO_PROXY: '*',
  NODE_NO_WARNINGS: '1',
});

type Said = { readonly url: string } | { readonly said: string };

/** Where it listens, once it says so; else what it said before it ended. */
function firstWords(out: NodeJS.ReadableStream, errors: NodeJS.ReadableStream, ended: Promise<void>) {
  return new Promise<Said>((resolve) => {
    let said = '';
    const read = (more: Buffer) => {
      said += more;
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve({ url: `http://127.0.0.1:${port}` });
    };
    out.on('data', read);
    errors.on('data', read);
    ended.then(() => resolve({ said }));
  });
}
