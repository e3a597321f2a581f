import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** In how many channels and group chats a consultation stands. */
export async function channelsOf(consultation: string, store: Pick<Store, 'changes'>): Promise<number> {
  const standing = await allOf(
    store,
    'channel-post',
    (post) => post.consultation === consultation && post.gone === undefined,
  );
  return standing.length;
}
