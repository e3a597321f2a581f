import { createHash, hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { type RecordKind, records } from '#domain/records/records.ts';
import type { BackupReport } from '#store/backup-keeper.ts';
import { StoreUnavailable } from '#store/store.ts';
import { realDisk } from '../disk.ts';
import { recordIn } from '../documents/checked.ts';
import { checkFormat } from '../upgrade/format.ts';
import { filesIn, type NamedBackup } from './list-backups.ts';

/** Reads every document of a backup, one after the other, and counts what it finds. */
export async function checkBackup(path: string, listed: NamedBackup): Promise<BackupReport> {
  const kinds: Partial<Record<RecordKind, number>> = {};
  const print = createHash('sha256');
  let [documents, unread, bytes, hasKeys] = [0, 0, 0, false];
  let isLater = !(await isOfThisRelease(path));
  for (const place of await filesIn(path)) {
    const content = await readFile(join(path, place)).catch(() => undefined);
    if (content === undefined) {
      unread += 1;
      continue;
    }
    bytes += content.length;
    print.update(`${place.split(sep).join('/')}\n${hash('sha256', content)}\n`);
    if (place === 'keys.json') hasKeys = parsed(content) !== undefined;
    const kind = kindOf(place);
    if (kind === undefined) continue;
    const found = recordIn(kind, parsed(content));
    if ('why' in found) {
      unread += 1;
      isLater ||= found.isLater;
    } else {
      documents += 1;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
  }
  return { ...listed, bytes, documents, kinds, unread, isLater, hasKeys, print: print.digest('hex') };
}

async function isOfThisRelease(path: string): Promise<boolean> {
  try {
    await checkFormat(path, realDisk);
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailable) return false;
    throw error;
  }
}

const known = z.object(records).keyof().options;

/** Of what kind a document in this place is; nothing for what stands beside the documents. */
const kindOf = (place: string): RecordKind | undefined =>
  place.endsWith('.json') ? known.find((kind) => place.startsWith(kind + sep)) : undefined;

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}
