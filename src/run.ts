import type { Logger } from 'pino';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { giveBackAtRest } from './give-back.ts';
import { takeLastResort } from './last-resort.ts';
import { createLog } from './log.ts';

/** How long a stop waits for turns at work, in milliseconds. */
const patience = 3_000;

/** The program on the command line: starts, says where it is, stops on SIGTERM or Ctrl+C. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(env);
  if ('problems' in read) return refuse(read.problems);
  const { config } = read;
  const log = createLog(config.logLevel);
  let close = async (): Promise<void> => undefined;
  const stop = createStop(log, () => close());
  takeLastResort(log, () => stop('failure', 1));
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

  // Whoever lost every way in asks the running program for another one, where Unix signals are.
  process.on('SIGUSR2', () => {
    app.newSpaceLink().then(
      (link) => console.log(`  Facilitator's space (works once)   ${link}`),
      (error: unknown) => log.error({ failure: error }, 'no link into the space was made'),
    );
  });
  close = () => app.close(patience);
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(signal, 0));
}

/** Stops in order, once, whatever goes wrong meanwhile, and ends the process with a code. */
function createStop(log: Logger, close: () => Promise<void>): (why: string, code: number) => void {
  let stopping = false;
  return (why, code) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal: why }, 'stopping');
    close()
      .then(
        () => log.info('stopped'),
        (error: unknown) => log.error({ failure: error }, 'stopped out of order'),
      )
      .finally(() => process.exit(code));
  };
}

/** What stops the start is said in plain words, with what to do, and nothing else. */
function refuse(problems: readonly { readonly message: string; readonly remedy: string }[]): void {
  for (const { message, remedy } of problems) console.error(`\n${message}\n  → ${remedy}`);
  process.exitCode = 1;
}
