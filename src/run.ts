import pino from 'pino';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { giveBackAtRest } from './give-back.ts';

/** How long a stop waits for turns at work, in milliseconds. */
const patience = 10_000;

/** The program on the command line: starts, says where it is, stops on SIGTERM or Ctrl+C. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(env);
  if ('problems' in read) return refuse(read.problems);
  const { config } = read;
  const log = pino({ level: config.logLevel });
  const started = await startApp(config, log);
  if (started.outcome === 'refused') return refuse(started.problems);
  const { app } = started;
  giveBackAtRest();
  console.log(`\n  Trajectoires\n`);
  console.log(`  Chat page                          ${app.url}/`);
  for (const { title, url } of app.consultations) console.log(`    ${title.padEnd(32).slice(0, 32)} ${url}`);
  console.log(`  The trajectories                   ${app.url}/catalogue`);
  console.log(`  Facilitator's space (works once)   ${app.spaceLink}`);
  console.log(`  Facilitator's chat (works once)    ${app.facilitatorLink}\n`);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await app.close(patience);
    log.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** What stops the start is said in plain words, with what to do, and nothing else. */
function refuse(problems: readonly { readonly message: string; readonly remedy: string }[]): void {
  for (const { message, remedy } of problems) console.error(`\n${message}\n  → ${remedy}`);
  process.exitCode = 1;
}
