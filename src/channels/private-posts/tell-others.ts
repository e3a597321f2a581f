import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { DirectLine } from '../direct-line/direct-line.ts';
import { toSend } from '../hosted.ts';
import type { KeyMaker } from '../keys.ts';
import { outbound } from '../turns/outbound.ts';
import { takenUp, without } from '../turns/taking/taken-up.ts';
import { type AfarParts, tell } from './post-afar.ts';

interface TellingParts extends AfarParts {
  readonly directLine: Pick<DirectLine, 'liveConversations' | 'post'>;
  readonly keys: KeyMaker;
}

/**
 * Says on a person's other devices that their place was taken up elsewhere: at once where one is listening or can be
 * reached. What cannot is told there at the next turn, for it stays among those to be told.
 */
export async function tellOthers(
  person: Participant,
  consultation: Consultation,
  parts: TellingParts,
): Promise<void> {
  const { id, untold = [] } = person;
  const { store } = parts;
  const done = tellLive(person, consultation, parts);
  for (const one of untold) {
    const reference = await store.load('reference', one);
    if (reference === undefined || reference.stopped) continue;
    if ((await tell(reference, consultation, takenUp, parts)) === 'told') done.add(one);
  }
  if (done.size > 0) await store.update('participant', id, (its) => its && without(its, done));
}

/** The same on devices that listen here, where the place was taken up on another node. Returns the way to stop. */
export function tellAfar(parts: TellingParts, onFailed: (error: unknown) => void): () => void {
  const { store } = parts;
  const told = async (person: Participant) => {
    const consultation = await store.load('consultation', person.consultation);
    const done = consultation === undefined ? new Set<string>() : tellLive(person, consultation, parts);
    if (done.size > 0) await store.update('participant', person.id, (its) => its && without(its, done));
  };
  return store.watch(({ kind, record, isAfar }) => {
    if (isAfar && kind === 'participant' && record?.untold?.length) void told(record).catch(onFailed);
  });
}

/** Whom it was told. */
function tellLive(
  { untold = [], language }: Participant,
  consultation: Consultation,
  { directLine, keys, views }: TellingParts,
): Set<string> {
  const done = new Set<string>();
  for (const live of untold.length === 0 ? [] : directLine.liveConversations()) {
    const key = keys.participant('directline', live.user, live.binding.consultation);
    if (!untold.includes(key)) continue;
    const posted = directLine.post(
      live.id,
      toSend(outbound(takenUp, views.of(consultation, language, 'directline'))),
    );
    // Without a listener it may be that nobody is there any more.
    if (posted && live.connected) done.add(key);
  }
  return done;
}
