import { createAttention, type PersonAction } from './attention.ts';
import type { Activity } from './direct-line/activity.ts';
import type { Pressed } from './entry.ts';
import { find } from './find.ts';
import type { PageTexts } from './texts.ts';
import { createTranscript } from './transcript.ts';
import { createWaiting } from './waiting.ts';

/** What is seen of the conversation. */
export function createConversation(texts: PageTexts, pressed: Pressed) {
  const log = find('log', HTMLElement);
  const transcript = createTranscript(log, texts, pressed);
  const waiting = createWaiting(log, texts);
  const attention = createAttention();
  let asked: string | undefined;

  return {
    /** What was asked last, of what is shown. */
    get asked() {
      return asked;
    },
    /** Shows what the assistant said; the same id again replaces what stood there. */
    show(activities: readonly Activity[]) {
      const wasAtEnd = attention.atEnd();
      const messages = activities.filter(({ type }) => type === 'message');
      const theirs = messages.filter(({ mine }) => !mine);
      if (theirs.length > 0) waiting.over();
      asked = theirs.findLast((each) => each.asked !== undefined)?.asked ?? asked;
      const locale = theirs.findLast((each) => each.locale !== undefined)?.locale;
      if (locale !== undefined) texts.speak(locale);
      // Its echo proves that something arrived, maybe before the request that brought it is answered.
      for (const { mine, clientActivityID: id } of messages)
        if (mine && id !== undefined) transcript.mark(id, 'sent');
      const entries = messages.map(transcript.add).filter((entry) => entry !== undefined);
      if (activities.at(-1)?.type === 'typing') waiting.writing();
      attention.arrived(entries, wasAtEnd);
    },
    /** Shows at once what the person said. */
    say(id: string, words: string, action: PersonAction) {
      waiting.begin();
      attention.acted(action, transcript.say(id, words));
    },
    /** What became of it. */
    mark(id: string, how: 'sent' | 'refused') {
      transcript.mark(id, how);
      if (how === 'sent') waiting.received();
      else waiting.over();
    },
  };
}
