import type { Participant } from '#domain/participant/participant.ts';
import type { Store } from '#store/store.ts';

/** The id of the participant that a key stands for: its own, unless a resume code led it to another. */
export async function holder(key: string, store: Store): Promise<string> {
  return (await store.load('link', key))?.participant ?? key;
}

/** The participant that a key stands for, if anything is kept of them. */
export async function heldBy(key: string, store: Store): Promise<Participant | undefined> {
  return store.load('participant', await holder(key, store));
}
