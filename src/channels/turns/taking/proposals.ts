import type { Turn } from '#dialogs/world.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Proposal } from '#domain/proposal/proposal.ts';
import type { Store } from '#store/store.ts';

/** The trajectories that a person proposed, as they stand; only their own record says which. */
export async function proposalsBy(
  { proposals = [] }: Participant,
  store: Pick<Store, 'load'>,
): Promise<readonly Proposal[]> {
  const found = await Promise.all(proposals.map(({ id }) => store.load('proposal', id)));
  return found.filter((one) => one !== undefined);
}

/** Keeps what a turn proposes, before its author's record names it; returns the way to take it back, where that could not be saved. */
export async function keepProposal(
  { effect }: Pick<Turn, 'effect'>,
  store: Pick<Store, 'save' | 'erase'>,
): Promise<() => Promise<void>> {
  if (typeof effect !== 'object' || !('propose' in effect)) return async () => {};
  const { propose } = effect;
  await store.save('proposal', propose);
  return () => store.erase('proposal', propose.id);
}

/** What is theirs goes with them; what was accepted is the consultation's, and nothing says any more whose it was. */
export async function forgetProposals(
  person: Participant,
  store: Pick<Store, 'load' | 'eraseMany'>,
): Promise<void> {
  const theirs = await proposalsBy(person, store);
  const gone = theirs.flatMap(({ id, state }) => (state === 'accepted' ? [] : [id]));
  await store.eraseMany('proposal', gone);
}
