import { join } from 'node:path';
import { z } from 'zod';
import { formOfRecords } from '#store/upgrade/form-of-records.ts';
import release from '../../../../package.json' with { type: 'json' };
import type { Disk } from '../disk.ts';
import { Document } from '../documents/document.ts';
import { ofLaterRelease, unreadableFormat } from '../refusal.ts';

/** What `format.json` of a data folder says: the form it is kept in, and the release that first wrote it so. */
const Format = z.object({ form: z.int().min(1), release: z.string() });

/** Throws StoreUnavailable when a later release wrote in the folder. A folder that does not say is of before. */
export async function checkFormat(dir: string, disk: Disk): Promise<void> {
  const format = await formatIn(dir, disk);
  if (format !== undefined && format.form > formOfRecords)
    throw ofLaterRelease(
      `form ${format.form}, by release ${format.release}; this is release ${release.version}`,
    );
}

/** Writes down the form, so that an earlier release lets the folder alone. */
export async function keepFormat(dir: string, disk: Disk): Promise<void> {
  const format = await formatIn(dir, disk);
  if (format?.form === formOfRecords) return;
  const now: z.infer<typeof Format> = { form: formOfRecords, release: release.version };
  await new Document(placeIn(dir), disk).write(now);
}

async function formatIn(dir: string, disk: Disk): Promise<z.infer<typeof Format> | undefined> {
  try {
    const found = await new Document(placeIn(dir), disk).read();
    return found === null ? undefined : Format.parse(found);
  } catch (error) {
    throw unreadableFormat(error);
  }
}

const placeIn = (dir: string): string => join(dir, 'format.json');
