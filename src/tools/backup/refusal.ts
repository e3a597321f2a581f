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

/** Backups of a database are made by its own means. */
export const byDatabase: ToolRefusal = {
  message:
    'Everything is kept in the database of DATABASE_URL: this makes and restores backups of files alone.',
  remedy: 'Use pg_dump and pg_restore, or what your database is backed up with; docs/deploying.md says how.',
};

/** What another account writes in a data folder, the program could neither read nor erase. */
export async function refuseOtherAccount(dataDir: string): Promise<ToolRefusal | undefined> {
  const owner = await stat(dataDir).catch(() => undefined);
  if (owner === undefined || process.getuid === undefined || owner.uid === process.getuid()) return undefined;
  return {
    message: 'The data folder belongs to another account.',
    remedy: `Run this as that account: sudo -u '#${owner.uid}' npm run …`,
  };
}
