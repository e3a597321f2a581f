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
  { id, untold = [], language }: Participant,
  consultation: Consultation,
  parts: TellingParts,
): Promise<void> {
  const { store, directLine, keys, views } = parts;
  const done = new Set<string>();
  for (const live of directLine.liveConversations()) {
    const key = keys.participant('directline', live.user, live.binding.consultation);
    if (!untold.includes(key)) continue;
    const posted = directLine.post(
      live.id,
      toSend(outbound(takenUp, views.of(consultation, language, 'directline'))),
    );
    // Without a listener it may be that nobody is there any more.
    if (posted && live.connected) done.add(key);
  }
  for (const one of untold) {
    const reference = await store.load('reference', one);
    if (reference === undefined || reference.stopped) continue;
    if ((await tell(reference, consultation, takenUp, parts)) === 'told') done.add(one);
  }
  if (done.size > 0) await store.update('participant', id, (person) => person && without(person, done));
}
