import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type MeasuredProgram, startMeasured } from '../measured.ts';

/** The site secret of the programs under measure: with it, nobody is asked to come more slowly. */
export const secret = 'a-secret-of-another-site-for-this-benchmark';

/** Starts the program of a checkout on a data folder, as its `npm start` does. */
export async function startCheckout(program: string, dir: string): Promise<MeasuredProgram> {
  const { scripts } = JSON.parse(await readFile(join(program, 'package.json'), 'utf8'));
  const [, ...command] = String(scripts.start).split(' ');
  const env = { PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'warn', DIRECT_LINE_SECRET: secret };
  return startMeasured(command, env, program);
}

/** When everybody is counted, in milliseconds from the start of the process. */
export async function ready({ url, listeningMs }: MeasuredProgram): Promise<number> {
  const from = performance.now();
  while ((await fetch(`${url}/readyz`)).status !== 200) await pause(10);
  return listeningMs + performance.now() - from;
}
