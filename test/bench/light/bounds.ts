import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bound of memory that the kernel keeps, page cache and whatever the program starts included. */
export interface MemoryBound {
  /** What keeps it, for whoever reads the figures. */
  readonly by: string;
  /** The command that starts a program within it. */
  readonly within: readonly string[];
  /** How often the kernel had to take memory back; and whether it ended anything. */
  pressed(): { readonly reclaimed: number; readonly killed: number };
  release(): void;
}

/** A control group of so many bytes, where this machine lets one be made; nothing where it does not. */
export function boundMemory(bytes: number): MemoryBound | undefined {
  const unified = existsSync('/sys/fs/cgroup/cgroup.controllers');
  const group = join(
    unified ? '/sys/fs/cgroup' : '/sys/fs/cgroup/memory',
    `trajectoires-light-${process.pid}`,
  );
  try {
    mkdirSync(group);
    writeFileSync(join(group, unified ? 'memory.max' : 'memory.limit_in_bytes'), String(bytes));
  } catch {
    return undefined;
  }
  const read = (name: string) => readFileSync(join(group, name), 'utf8');
  const field = (name: string, key: string) =>
    Number(new RegExp(`^${key} (\\d+)$`, 'm').exec(read(name))?.[1] ?? 0);
  return {
    by: unified ? 'control group v2' : 'control group v1',
    within: ['sh', '-c', `echo $$ > ${join(group, 'cgroup.procs')} && exec "$@"`, 'sh'],
    pressed: () => ({
      reclaimed: unified ? field('memory.events', 'max') : Number(read('memory.failcnt')),
      killed: unified ? field('memory.events', 'oom_kill') : field('memory.oom_control', 'oom_kill'),
    }),
    release: () => rmdirSync(group),
  };
}

/** The command that keeps a program to one core, where there is one (util-linux). */
export const oneCore = (): readonly string[] =>
  spawnSync('taskset', ['--version']).error === undefined ? ['taskset', '-c', '0'] : [];
