import type { Participant } from '#domain/participant/participant.ts';
import type { Store } from '#store/store.ts';
import type { DirectLine } from '../direct-line/direct-line.ts';
import type { KeyMaker } from '../keys.ts';

type Live = Pick<DirectLine, 'liveConversations' | 'forget'>;

interface Parts {
  readonly directLine: Live;
  readonly keys: KeyMaker;
}

/** Drops what was said in the conversations of a consultation. */
export function forgetPeople(code: string, directLine: Live): void {
  for (const { id, binding } of directLine.liveConversations())
    if (binding.consultation === code) directLine.forget(id);
}

/** Drops what was said in the conversations of one person, on each of their devices. */
export const forgetPerson = ({ id, traces }: Participant, parts: Parts): void =>
  forgetKeys(new Set([id, ...traces.map((trace) => trace.id)]), parts);

/**
 * Drops what was said in conversations here of whoever is erased on another node: a person on each of their devices, or everybody of a
 * consultation. Who goes on with what they began on another device left nothing behind: they are themselves. Returns the way to stop.
 */
export function forgetAfar(store: Pick<Store, 'watch' | 'load'>, parts: Parts): () => void {
  const leftThere = async (id: string) => {
    if ((await store.load('link', id)) === undefined) forgetKeys(new Set([id]), parts);
  };
  return store.watch(({ kind, id, record, isAfar }) => {
    if (!isAfar) return;
    // What cannot be looked up now is dropped: they are shown again where they are.
    if (record === undefined && (kind === 'participant' || kind === 'link'))
      void leftThere(id).catch(() => forgetKeys(new Set([id]), parts));
    if (kind === 'consultation' && record?.erasure !== undefined) forgetPeople(id, parts.directLine);
  });
}

function forgetKeys(theirs: ReadonlySet<string>, { directLine, keys }: Parts): void {
  for (const live of directLine.liveConversations()) {
    const key = keys.participant('directline', live.user, live.binding.consultation);
    if (theirs.has(key)) directLine.forget(live.id);
  }
}
