import type { Participant } from '#domain/participant/participant.ts';
import type { DirectLine } from '../direct-line/direct-line.ts';
import type { KeyMaker } from '../keys.ts';

type Live = Pick<DirectLine, 'liveConversations' | 'forget'>;

/** Drops what was said in the conversations of a consultation. */
export function forgetPeople(code: string, directLine: Live): void {
  for (const { id, binding } of directLine.liveConversations())
    if (binding.consultation === code) directLine.forget(id);
}

/** Drops what was said in the conversations of one person, on each of their devices. */
export function forgetPerson(
  { id, traces }: Participant,
  { directLine, keys }: { readonly directLine: Live; readonly keys: KeyMaker },
): void {
  const theirs = new Set([id, ...traces.map((trace) => trace.id)]);
  for (const live of directLine.liveConversations()) {
    const key = keys.participant('directline', live.user, live.binding.consultation);
    if (theirs.has(key)) directLine.forget(live.id);
  }
}
