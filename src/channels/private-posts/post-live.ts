import type { Store } from '#store/store.ts';
import type { DirectLine } from '../direct-line/direct-line.ts';
import { toSend } from '../hosted.ts';
import type { KeyMaker } from '../keys.ts';
import type { Post } from '../post-result.ts';
import { heldBy } from '../turns/holder.ts';
import { outbound } from '../turns/outbound.ts';
import type { Views } from '../views.ts';

/** Posts into the Direct Line conversations that are live; whoever is away is shown it when they come back. */
export function postLive(parts: {
  directLine: DirectLine;
  store: Store;
  keys: KeyMaker;
  views: Views;
}): Post {
  const { directLine, store, keys, views } = parts;
  return async (consultation, replyTo) => {
    const live = directLine
      .liveConversations()
      .filter(
        ({ binding: { consultation: code, trial } }) => code === consultation.id && trial === undefined,
      );
    let reached = 0;
    for (const { id, user, locale } of live) {
      const person = await heldBy(keys.participant('directline', user, consultation.id), store);
      const reply = replyTo(person);
      if (reply === undefined) continue;
      const language = person?.language ?? locale?.slice(0, 2) ?? consultation.language;
      if (directLine.post(id, toSend(outbound(reply, views.of(consultation, language, 'directline')))))
        reached += 1;
    }
    return { reached, behind: 0 };
  };
}
