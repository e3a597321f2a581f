import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What processes have used so far. */
export interface Used {
  /** Processor time of all their threads, in milliseconds (Linux), NaN elsewhere. */
  cpuMs(): number;
}

/**
 * A PostgreSQL, by its data folder: with all that it began, those that ended too. What it has the disk write is not to be read there:
 * Linux counts a page of its log as the whole piece of memory that the page lies in.
 */
export function usedByDatabase(dir: string): Used {
  const first = Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  // One that ends meanwhile is among those that ended the next time.
  const ofChildren = (used: (pid: number) => number) => total(childrenOf(first).map((pid) => used(pid) || 0));
  return {
    cpuMs: () => cpuMs(first, 'with those that ended') + ofChildren(cpuMs),
  };
}

const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

/** Fields 14 and 15 of `/proc/<pid>/stat`, in hundredths of a second; 16 and 17 are of its children that ended. */
export function cpuMs(pid: number | undefined, whose: 'alone' | 'with those that ended' = 'alone'): number {
  const counted = fieldsOf(pid)
    .slice(11, whose === 'alone' ? 13 : 15)
    .map(Number);
  return counted.length === 0 ? Number.NaN : total(counted) * 10;
}

/** `write_bytes` of `/proc/<pid>/io`, those of its children that ended among them. */
export function writtenBytes(pid: number | undefined): number {
  try {
    return Number(/write_bytes: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}

/** A field of `/proc/<pid>/status` that is in KiB, in MiB. */
export function statusMiB(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

function childrenOf(pid: number): readonly number[] {
  const all = process.platform === 'linux' ? readdirSync('/proc').map(Number) : [];
  return all.filter((one) => one > 0 && fieldsOf(one)[1] === String(pid));
}

/** What stands in `/proc/<pid>/stat` after the name, from the state on: nothing where there is no such process. */
function fieldsOf(pid: number | undefined): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}
