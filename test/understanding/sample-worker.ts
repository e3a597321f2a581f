import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import type { Recognised } from '#understanding/reading.ts';
import type { WorkerQuestion } from '#understanding/recogniser/worker.ts';

/** A worker without the recognizers in it: getting warm takes it a moment, and it does what it is told. */
const warmUpMs = 300;

export function recognise({ text }: WorkerQuestion): Recognised {
  if (text === 'stuck') for (;;);
  if (text === 'crash') process.exit(1);
  if (text === 'busy') rest(20);
  return { numbers: [threadId] };
}

/** The same in a test and in the threads it starts. */
export const folder = join(tmpdir(), `trajectoires-worker-${process.pid}`);

/** While this file is there, a worker breaks down as it is loaded. */
export const broken = `${folder}/broken`;
if (!isMainThread && existsSync(broken)) throw new Error('broken');

/** Says in a file when it begins and when it ends; fails when the file `fail` is beside, which is then removed. */
export function warmUp(): number {
  const fail = `${folder}/fail`;
  if (existsSync(fail)) {
    rmSync(fail);
    process.exit(1);
  }
  appendFileSync(`${folder}/log`, 'begins\n');
  rest(warmUpMs);
  appendFileSync(`${folder}/log`, 'ends\n');
  return threadId;
}

const rest = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
