import type { FileHandle } from 'node:fs/promises';
import { type Disk, realDisk } from '#store/files/disk.ts';
import { failing } from './failures.ts';

const watched = ['write', 'writeFile', 'datasync', 'sync', 'truncate'] as const;

/** One call that changes the disk or confirms a change. */
export interface Call {
  readonly name: 'open' | 'rename' | 'unlink' | 'read' | 'list' | (typeof watched)[number];
  readonly path: string;
  /** For `write`: does the first half only, and says how much that was. */
  readonly half?: () => Promise<{ bytesWritten: number }>;
}

type Around = (call: Call, go: () => Promise<unknown>) => Promise<unknown>;

/** The real disk, with someone around each call: they may wait, throw, or answer in its place. */
export function watchedDisk(around: Around, opened: (file: FileHandle) => void = () => {}): Disk {
  const open = async (path: string, flags: string, mode?: number) => {
    const file = await realDisk.open(path, flags, mode);
    opened(file);
    return watch(file, path, around);
  };
  return {
    open: (path, ...rest) => around({ name: 'open', path }, () => open(path, ...rest)) as Promise<FileHandle>,
    rename: async (from, to) =>
      void (await around({ name: 'rename', path: from }, () => realDisk.rename(from, to))),
    unlink: async (path) => void (await around({ name: 'unlink', path }, () => realDisk.unlink(path))),
    read: (path) => around({ name: 'read', path }, () => realDisk.read(path)) as Promise<string>,
    list: (path) => around({ name: 'list', path }, () => realDisk.list(path)) as Promise<string[]>,
  };
}

function watch(file: FileHandle, path: string, around: Around): FileHandle {
  return new Proxy(file, {
    get(target, key: keyof FileHandle) {
      const member: unknown = target[key];
      if (typeof member !== 'function') return member;
      const name = watched.find((it) => it === key);
      if (name === undefined) return member.bind(target);
      return (...args: [Buffer, number, number, number]) => {
        const [bytes, , length, position] = args;
        const half = () => target.write(bytes, 0, length >> 1, position);
        return around({ name, path, ...(name === 'write' && { half }) }, () => member.apply(target, args));
      };
    },
  });
}

/** A disk whose process dies just before a given call (counted from 1), or when told; nothing happens from then on. */
export function mortalDisk(lastCall = Number.POSITIVE_INFINITY) {
  const never = new Promise<never>(() => {});
  const running = new Set<Promise<unknown>>();
  const files: FileHandle[] = [];
  let calls = 0;
  let dead = false;
  const death = Promise.withResolvers<'dead'>();
  const disk = watchedDisk(
    async ({ name, half }, go) => {
      if (dead) return never;
      if (name === 'read' || name === 'list') return go();
      calls += 1;
      dead = calls >= lastCall;
      const mine = dead ? half?.() : go();
      if (mine) running.add(mine);
      const done = await mine?.finally(() => running.delete(mine));
      // Whoever waited for it died too.
      if (!dead) return done;
      death.resolve('dead');
      return never;
    },
    (file) => files.push(file),
  );
  /** Ends the process: what the system had been asked to do is done, and its files are closed. */
  const end = async () => {
    dead = true;
    await Promise.allSettled(running);
    for (const file of files) await file.close().catch(() => {});
  };
  return { disk, end, death: death.promise, calls: () => calls };
}

/** A disk that takes no document of a person while it is full. */
export const withoutRoomForPeople = (isFull: () => boolean): Disk =>
  watchedDisk(async (call, go) => {
    if (isFull() && call.path.includes('participant') && call.name === 'writeFile') throw failing('ENOSPC');
    return go();
  });
