import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeyMaker } from '#channels/keys.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { noEntryCodes, withEntryCodes } from '#domain/records/entry-codes.ts';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { newFolder } from './new-folder.ts';

export const [code, other] = ['KTM4P-7RTX2', 'HJKD9-3FCAE'] as const;

/** A data folder in which two codes are known. */
export async function withTwoCodes(change: Partial<Consultation>): Promise<string> {
  const dir = await newFolder();
  const secrets = ['signingSecret', 'pepper', 'directLineSecret', 'facilitatorKey'];
  await writeFile(
    join(dir, 'keys.json'),
    JSON.stringify(Object.fromEntries(secrets.map((name) => [name, `${name} of this test`.padEnd(40, '.')]))),
  );
  const keys = createKeyMaker('pepper of this test'.padEnd(40, '.'));
  const store = await openStore(dir);
  const ids = [code, other].map((one) => keys.entryCode('decouverte', one));
  await store.save('entry-codes', withEntryCodes(noEntryCodes('decouverte'), ids));
  await store.save('consultation', newConsultation({ version: 0, ...change }));
  await store.close();
  return dir;
}
