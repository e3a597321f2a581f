import { without } from '#domain/consultation/without.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/**
 * Has those who facilitate lose the way to reach them where it is erased: it leads nowhere any more, and it is a hash of their
 * conversation. What is theirs to facilitate stays, and their next words there lead to them again.
 */
export async function forgetReferences(store: Store, references: ReadonlySet<string>): Promise<void> {
  if (references.size === 0) return;
  const isGone = ({ reference }: { readonly reference?: string | undefined }) =>
    reference !== undefined && references.has(reference);
  for (const { id } of await allOf(store, 'facilitator'))
    await store.forget('facilitator', id, (one) => (isGone(one) ? without(one, 'reference') : one));
}
