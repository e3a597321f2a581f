import { join } from 'node:path';
import { z } from 'zod';
import { realDisk } from '../disk.ts';
import { Document } from '../documents/document.ts';

const asked = z.string().min(1);

/** What the tool that asks and the program that makes a backup tell each other, in one file of the data folder. */
const BackupRequest = z.union([
  z.strictObject({ asked, state: z.enum(['waiting', 'begun']) }),
  z.strictObject({
    asked,
    state: z.literal('made'),
    path: z.string(),
    documents: z.int(),
    unread: z.int(),
  }),
  z.strictObject({ asked, state: z.literal('refused'), message: z.string(), remedy: z.string() }),
]);
export type BackupRequest = z.infer<typeof BackupRequest>;

/** Where they tell it. */
export const requestIn = (dir: string): string => join(dir, 'backup.json');

/** Nothing where none was made, or where what stands there is none. */
export async function readRequest(dir: string): Promise<BackupRequest | undefined> {
  const found = await new Document(requestIn(dir), realDisk).read().catch(() => undefined);
  return BackupRequest.safeParse(found).data;
}

export function writeRequest(dir: string, request: BackupRequest): Promise<void> {
  return new Document(requestIn(dir), realDisk).write(request);
}
