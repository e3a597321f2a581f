import type { Store } from '#store/store.ts';

/** Gives one consultation the logo of another one, where that has any. */
export async function copyLogo(store: Store, from: string, to: string): Promise<void> {
  const logo = await store.load('logo', from);
  if (logo !== undefined) await store.update('logo', to, () => ({ ...logo, id: to }));
}
