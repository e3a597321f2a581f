import { createAttention, type PersonAction } from './attention.ts';
import type { Activity } from './direct-line/activity.ts';
import type { Pressed } from './entry.ts';
import { create, find } from './find.ts';
import type { Held } from './kept/shelf.ts';
import { type PageTexts, tell } from './texts.ts';
import { createTranscript } from './transcript.ts';
import { createWaiting } from './waiting.ts';

/** Of what was said before; drawing it all would keep a telephone busy for seconds. */
const shownAtOnce = 20;

/** What is seen of the conversation. */
export function createConversation(texts: PageTexts, pressed: Pressed) {
  const log = find('log', HTMLElement);
  const transcript = createTranscript(log, texts, pressed);
  const waiting = createWaiting(log, texts);
  const attention = createAttention();
  let asked: string | undefined;

  /** What was asked last is what is shown last, in the language of what was said last. */
  function heed(theirs: readonly Activity[]) {
    asked = theirs.findLast((each) => each.asked !== undefined)?.asked ?? asked;
    const locale = theirs.findLast((each) => each.locale !== undefined)?.locale;
    if (locale !== undefined) texts.speak(locale);
  }

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
      heed(theirs);
      // Its echo proves that something arrived, maybe before the request that brought it is answered.
      for (const { mine, clientActivityID: id } of messages)
        if (mine && id !== undefined) transcript.mark(id, 'sent');
      const entries = messages.map(transcript.add).filter((entry) => entry !== undefined);
      if (activities.at(-1)?.type === 'typing') waiting.writing();
      attention.arrived(entries, wasAtEnd);
    },
    /** Shows what is held from before; the end comes into sight, the focus stays where it is. */
    restore(held: readonly Held[], waitingIds: ReadonlySet<string>) {
      if (held.length === 0) return;
      heed(held.flatMap(({ activity }) => (activity && !activity.mine ? [activity] : [])));
      const [earlier, latest] = [held.slice(0, -shownAtOnce), held.slice(-shownAtOnce)];
      // Nobody listens to it all again.
      log.ariaLive = 'off';
      if (earlier.length > 0) {
        const more = create('button', 'earlier ac-pushButton');
        tell(more, 'earlier', texts);
        more.addEventListener('click', () => {
          transcript.restore(earlier, waitingIds, more);
          more.remove();
        });
        log.prepend(more);
      }
      // They may have said something already.
      transcript.restore(latest, waitingIds, log.querySelector('.entry'));
      waiting.over();
      attention.returned();
      setTimeout(() => {
        log.ariaLive = 'polite';
      });
    },
    /** What the person said in another tab. */
    overhear: transcript.say,
    putAside: transcript.putAside,
    clear(which: 'all' | 'but-waiting') {
      asked = undefined;
      waiting.over();
      log.querySelector('.earlier')?.remove();
      transcript.clear(which);
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
