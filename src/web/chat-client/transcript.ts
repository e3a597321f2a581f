import type { Activity } from './direct-line/activity.ts';
import { mine, type Pressed, theirs } from './entry.ts';
import type { PageTexts } from './texts.ts';

/** What was said, in order, each thing once. */
export function createTranscript(log: HTMLElement, texts: PageTexts, pressed: Pressed) {
  const said = new Map<string, HTMLElement>();
  const shown = new Map<string, HTMLElement>();

  function place(id: string | undefined, entry: HTMLElement): HTMLElement | undefined {
    const before = id === undefined ? undefined : shown.get(id);
    if (id !== undefined) shown.set(id, entry);
    if (before === undefined) log.append(entry);
    else replace(before, entry);
    return before === undefined ? entry : undefined;
  }

  return {
    /** Shows it and returns its entry, unless it only replaced one or was shown before. */
    add(activity: Activity): HTMLElement | undefined {
      const { id, text, clientActivityID } = activity;
      if (!activity.mine) {
        const entry = theirs(activity, texts, pressed);
        return entry && place(id, entry);
      }
      const known = said.has(clientActivityID ?? '') || shown.has(id ?? '');
      if (!known && text !== '') place(id, mine(text, texts));
      return undefined;
    },
    say(id: string, words: string): HTMLElement {
      const entry = mine(words, texts);
      entry.classList.add('waiting');
      said.set(id, entry);
      log.append(entry);
      return entry;
    },
    /** What became of it. */
    mark(id: string, how: 'sent' | 'refused') {
      const entry = said.get(id);
      entry?.classList.remove('waiting');
      if (how === 'refused') entry?.classList.add('refused');
      else if (entry) putAside(log, entry);
    },
  };
}

/** In the same place and state; the focus, when it was there, goes to the new heading. */
function replace(before: HTMLElement, entry: HTMLElement): void {
  const held = before.contains(document.activeElement);
  entry.classList.toggle('past', before.classList.contains('past'));
  before.replaceWith(entry);
  if (held) entry.querySelector<HTMLElement>('[role="heading"]')?.focus({ preventScroll: true });
}

/** Cards before the person's last words are past: their buttons step back. */
function putAside(log: HTMLElement, entry: HTMLElement): void {
  for (const past of log.querySelectorAll('.theirs')) {
    const earlier = past.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (earlier) past.classList.add('past');
  }
}
