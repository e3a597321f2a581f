import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of so many megabytes (`1m`) of our own, where the system lets us have one. */
export function smallDisk(size: string): { dir: string; leave: () => void } | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'trajectoires-disk-'));
  try {
    execFileSync('sh', ['-c', 'mount -t tmpfs -o size="$1" none "$0"', dir, size], { stdio: 'ignore' });
    // Lazily, so that a failed test does not leave it mounted.
    return { dir, leave: () => execFileSync('sh', ['-c', 'umount -l "$0" && rmdir "$0"', dir]) };
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
}
