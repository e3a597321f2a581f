import { stat } from 'node:fs/promises';

/** What keeps a tool from its work, and what to do about it. */
export interface ToolRefusal {
  readonly message: string;
  readonly remedy: string;
}

/** Says what went wrong, with what to do, as the program does at its start; returns the exit code. */
export function printRefusal(...refusals: readonly ToolRefusal[]): 1 {
  for (const { message, remedy } of refusals) console.error(`\n${message}\n  → ${remedy}`);
  return 1;
}

/** What another account writes in a data folder, the program could neither read nor erase. */
export async function refuseOtherAccount(dataDir: string): Promise<ToolRefusal | undefined> {
  const owner = await stat(dataDir).catch(() => undefined);
  if (owner === undefined || process.getuid === undefined || owner.uid === process.getuid()) return undefined;
  return {
    message: 'The data folder belongs to another account.',
    remedy: `Run this as that account: sudo -u '#${owner.uid}' npm run …`,
  };
}
