import { ensureConsultations } from '#application/start/ensure-consultations.ts';
import { without } from '#domain/consultation/without.ts';
import { ownCatalogue, readContent } from '#src/content.ts';
import { openStore } from '#store/files/open.ts';
import { newFolder } from './new-folder.ts';

/** A folder in which the consultation at `/` asks each domain's questions to the end, those in one's own words too. */
export async function usualFolder(): Promise<string> {
  const dir = await newFolder();
  const content = readContent(undefined);
  if ('problems' in content) throw new Error(`${ownCatalogue}: ${JSON.stringify(content.problems)}`);
  const store = await openStore(dir);
  const now = new Date().toISOString();
  const { code } = (await ensureConsultations(store, { ...content, controller: {}, now }))[0];
  await store.update('consultation', code, (one) => one && without(one, 'length'));
  await store.close();
  return dir;
}
