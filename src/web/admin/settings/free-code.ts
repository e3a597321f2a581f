import { newMark } from '#channels/keys.ts';
import { codeOf } from '#domain/consultation/code-of.ts';
import type { Store } from '#store/store.ts';

/** What names a new consultation in its address: as wanted, or as its title says; nothing when what is wanted is taken. */
export async function freeCode(
  title: string,
  wanted: string | undefined,
  store: Store,
): Promise<string | undefined> {
  const isFree = async (code: string) => (await store.load('consultation', code)) === undefined;
  if (wanted !== undefined) return (await isFree(wanted)) ? wanted : undefined;
  const plain = codeOf(title);
  return (await isFree(plain)) ? plain : codeOf(title, newMark());
}
