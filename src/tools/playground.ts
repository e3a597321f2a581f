import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { startApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { startPlayground } from './playground/start-playground.ts';
import { town } from './playground/town.ts';

/**
 * `npm run playground [-- folder] [-- --port 56150]`: the program with Microsoft's Agents Playground before it, a Teams in the
 * browser without any account, until Ctrl+C. Data: the folder, else DATA_DIR, else one that goes at the end. Exit: 0, 1 when
 * it does not start.
 */
async function playground({ PORT = '0', DATA_DIR, ...env }: NodeJS.ProcessEnv): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '0' } },
  });
  const given = positionals[0] ?? DATA_DIR;
  const data = given ?? (await mkdtemp(join(tmpdir(), 'trajectoires-')));
  const settings = { ...here(env), PORT, HOST: '127.0.0.1', DATA_DIR: data };
  try {
    return await play(settings, Number(values.port));
  } finally {
    if (given === undefined) await rm(data, { recursive: true, force: true });
  }
}

async function play(settings: NodeJS.ProcessEnv, port: number): Promise<number> {
  const read = readConfig({ FACILITATORS: town.currentUser.aadObjectId, LOG_LEVEL: 'warn', ...settings });
  if ('problems' in read) return refuse(read.problems);
  const started = await startApp(read.config, pino({ level: read.config.logLevel }));
  if (started.outcome === 'refused') return refuse(started.problems);
  const { app } = started;
  try {
    const teams = await startPlayground(`${app.url}/api/messages`, port);
    console.log(`\n  Agents Playground                  ${teams.url}/`);
    console.log(`  Chat page                          ${app.url}/`);
    console.log(`  Facilitator's link (works once)    ${app.facilitatorLink}`);
    console.log(`\n  ${town.currentUser.name} facilitates there. Ctrl+C ends both.\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void teams.stop());
    await teams.ended;
    return 0;
  } finally {
    await app.close(patience);
  }
}

/** How long the end waits for turns at work, in milliseconds. */
const patience = 5_000;

/** The Playground shows no token, so that a bot with credentials would not let it in; and it is on this machine, wherever people come from. */
function here({ PUBLIC_URL: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('MicrosoftApp')));
}

function refuse(problems: readonly { readonly message: string; readonly remedy: string }[]): number {
  for (const { message, remedy } of problems) console.error(`\n${message}\n  → ${remedy}`);
  return 1;
}

process.exit(await playground(process.env));
