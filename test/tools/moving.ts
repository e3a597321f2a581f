import { readKeys } from '#src/keys.ts';
import { filesSide } from '#src/tools/move/files-side.ts';
import { type Moved, moveAll } from '#src/tools/move/move-all.ts';
import type { Side } from '#src/tools/move/side.ts';
import { keysInFolder } from '#store/files/key-file.ts';
import { openStore } from '#store/files/open.ts';
import { person } from '#test/store/people.ts';
import { save } from '#test/store/steps.ts';

export const moved = (from: Side, to: Side): Promise<Moved> => moveAll(from, to, () => undefined);
export const files = (dir: string) => filesSide(dir, undefined);

/** A folder with keys and so many people, some of whom came more than once. */
export async function town(dir: string, people: number): Promise<string> {
  const store = await openStore(dir);
  await readKeys(keysInFolder(dir), {}, async () => true);
  const everybody = Array.from({ length: people }, (_, n) =>
    person(`p${n}`, `words of p${n}, \u0000 \ud83d`),
  );
  const saved = await Promise.all(everybody.map((one) => save(store, one)));
  for (const one of saved.slice(0, 3)) await save(store, { ...one, tries: 1 });
  await store.close();
  return dir;
}
