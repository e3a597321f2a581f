import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { cpuMs, statusMiB, type Used, writtenBytes } from './processes.ts';

/** A program under measure, in a process of its own, and the address it printed. */
export interface MeasuredProgram extends Used {
  readonly url: string;
  /** From the start of the process to that address, in milliseconds. */
  readonly listeningMs: number;
  /** The first match of a line that it prints. */
  printed(pattern: RegExp): Promise<string>;
  /** Resident memory in MiB (Linux), NaN elsewhere. */
  residentMiB(): number;
  /** The most that it ever was (Linux), NaN elsewhere. */
  mostResidentMiB(): number;
  /** Bytes that it had the disk write so far, in whole pages (Linux), NaN elsewhere. */
  writtenBytes(): number;
  stop(): Promise<void>;
  /** Ends it without a word, as a power cut does. */
  kill(): Promise<void>;
}

export async function startMeasured(
  command: string | readonly string[],
  env: Record<string, string> = {},
  cwd = '.',
  /** A command that runs it, such as `taskset -c 0`. */
  within: readonly string[] = [],
): Promise<MeasuredProgram> {
  const began = performance.now();
  const args = typeof command === 'string' ? ['--disable-warning=ExperimentalWarning', command] : command;
  const [first = process.execPath, ...rest] = [...within, process.execPath, ...args];
  const child = spawn(first, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = reader(child);
  const url = await printed(/http:\/\/127\.0\.0\.1:\d+/);
  return {
    url,
    listeningMs: performance.now() - began,
    printed,
    residentMiB: () => statusMiB(child.pid, 'VmRSS'),
    mostResidentMiB: () => statusMiB(child.pid, 'VmHWM'),
    cpuMs: () => cpuMs(child.pid),
    writtenBytes: () => writtenBytes(child.pid),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function reader(child: ChildProcess): MeasuredProgram['printed'] {
  if (child.stdout === null) throw new Error('The program has no output to read');
  const lines: string[] = [];
  const input = createInterface(child.stdout).on('line', (line) => lines.push(line));
  return async (pattern) => {
    for (let read = 0; ; ) {
      for (; read < lines.length; read++) {
        const [found] = pattern.exec(lines[read] ?? '') ?? [];
        if (found !== undefined) return found;
      }
      await Promise.race([once(input, 'line'), once(child, 'exit').then(ended)]);
    }
  };
}

function ended(): never {
  throw new Error('The program ended before it said what was waited for');
}
