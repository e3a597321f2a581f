import type { Disk } from '../disk.ts';
import { Envelope, recordIn } from '../documents/checked.ts';
import { Document } from '../documents/document.ts';

/** Ends the sessions of accounts, by their documents: one that was ended since the backup was open in it. What is no account stays. */
export async function endSessions(paths: readonly string[], disk: Disk): Promise<void> {
  const sessionsFrom = new Date().toISOString();
  for (const path of paths) {
    const document = new Document(path, disk);
    const found = await document.read().catch(() => undefined);
    const { data: envelope } = Envelope.safeParse(found);
    const account = recordIn('account', found);
    if (envelope !== undefined && 'record' in account)
      await document.write({ ...envelope, record: { ...account.record, sessionsFrom } });
  }
}
