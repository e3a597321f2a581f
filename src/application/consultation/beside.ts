import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** What stands beside a consultation under its code. */
const kinds = ['logo', 'entry-codes', 'town-draft'] as const;

/** What names the consultation whose it is, and may be there before anybody answers. */
const named = ['workshop-result', 'breakout-table', 'live-session', 'live-vote'] as const;

/** Gives one consultation what stands beside another one, where there is any. */
export async function copyBeside<K extends 'logo' | 'town-draft'>(
  store: Pick<Store, 'load' | 'update'>,
  kind: K,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const record = await store.load(kind, from);
  if (record !== undefined) await store.update(kind, to, () => ({ ...record, id: to }));
}

/** Workshop tables and sessions in the room go with a consultation that is called otherwise. */
export async function moveNamed(
  store: Pick<Store, 'changes' | 'update'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const kind of named)
    for (const { id } of await allOf(store, kind, (one) => one.consultation === from))
      await store.update(kind, id, (record) => record && { ...record, consultation: to });
}

/** Letters too, which lead to an address that is no more: nobody is written to any more. */
export async function eraseBeside(
  store: Pick<Store, 'changes' | 'erase' | 'eraseMany'>,
  code: string,
): Promise<void> {
  for (const kind of kinds) await store.erase(kind, code);
  for (const kind of [...named, 'mail-contact'] as const) {
    const ids = (await allOf(store, kind, (one) => one.consultation === code)).map(({ id }) => id);
    if (ids.length > 0) await store.eraseMany(kind, ids);
  }
}
