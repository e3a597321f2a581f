import type { Activity } from './direct-line/activity.ts';
import { mine, type Pressed, theirs } from './entry.ts';
import { createStandIns } from './first/stand-ins.ts';
import type { Held } from './kept/shelf.ts';
import type { PageTexts } from './texts.ts';

const controls = 'button, input, select, textarea, [tabindex="0"]';

/** What was said, in order, each thing once. */
export function createTranscript(log: HTMLElement, texts: PageTexts, pressed: Pressed) {
  const said = new Map<string, HTMLElement>();
  const shown = new Map<string, HTMLElement>();
  const standIns = createStandIns(log);
  /** Before which entries are put; null: at the end. */
  let before: Element | null = null;

  function place(id: string | undefined, entry: HTMLElement): HTMLElement | undefined {
    const former = id === undefined ? undefined : shown.get(id);
    if (id !== undefined) shown.set(id, entry);
    if (former === undefined && standIns.giveWay(entry)) return undefined;
    if (former === undefined) log.insertBefore(entry, before);
    else replace(former, entry);
    retire(log);
    return former === undefined ? entry : undefined;
  }

  function say(id: string, words: string): HTMLElement {
    const entry = mine(words, texts);
    entry.classList.add('waiting');
    const echo = said.get(id);
    said.set(id, entry);
    if (echo) echo.replaceWith(entry);
    else log.insertBefore(entry, before);
    return entry;
  }

  return {
    /** Shows what was said before this page was opened, in order; `ahead`: before this. */
    restore(held: readonly Held[], waiting: ReadonlySet<string>, ahead: Element | null = null) {
      before = ahead;
      for (const { id, activity, refused } of held) {
        if (activity === undefined || said.has(id) || shown.has(id)) continue;
        const entry = activity.mine ? say(id, activity.text) : theirs(activity, texts, pressed);
        if (entry === undefined) continue;
        if (!activity.mine) place(id, entry);
        else if (!waiting.has(id)) settle(id, refused ? 'refused' : 'sent');
      }
      before = null;
    },
    /** Shows it and returns its entry, unless it only replaced one or was shown before. */
    add(activity: Activity): HTMLElement | undefined {
      const { id, text, clientActivityID } = activity;
      if (!activity.mine) {
        const entry = theirs(activity, texts, pressed);
        return entry && place(id, entry);
      }
      if (clientActivityID === undefined) {
        if (!shown.has(id ?? '') && text !== '') place(id, mine(text, texts));
      } else if (!said.has(clientActivityID)) {
        // Another tab is still to tell the words of a card; what answers them may be heard first.
        say(clientActivityID, text).hidden = text === '';
        settle(clientActivityID, 'sent');
      }
      return undefined;
    },
    say,
    /** What became of it. */
    mark: settle,
    /** Everything said so far is past. */
    putAside: () => putAside(log),
    /** Shows nothing more of what was said; `but-waiting`: but for what is on its way, and what the page itself says first. */
    clear(which: 'all' | 'but-waiting') {
      for (const entry of log.querySelectorAll('.entry'))
        if (which === 'all' || !entry.matches('.waiting, [data-stand-in]')) entry.remove();
      for (const entries of [said, shown])
        for (const [id, entry] of entries) if (!entry.isConnected) entries.delete(id);
    },
  };

  function settle(id: string, how: 'sent' | 'refused') {
    const entry = said.get(id);
    entry?.classList.remove('waiting');
    if (how === 'refused') entry?.classList.add('refused');
    else if (entry) putAside(log, entry);
  }
}

/** In the same place and state; the focus, when it was there, goes to the new heading. */
function replace(before: HTMLElement, entry: HTMLElement): void {
  const held = before.contains(document.activeElement);
  entry.classList.toggle('past', before.classList.contains('past'));
  before.replaceWith(entry);
  if (held) entry.querySelector<HTMLElement>('[role="heading"]')?.focus({ preventScroll: true });
}

/** Cards before the person's last words are past: their buttons step back. */
function putAside(log: HTMLElement, entry?: HTMLElement): void {
  for (const past of log.querySelectorAll('.theirs:not([data-stand-in])')) {
    const earlier = entry && past.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (entry === undefined || earlier) past.classList.add('past');
  }
  retire(log);
}

/** Past cards leave the order of Tab, once something newer may be answered there. */
function retire(log: HTMLElement): void {
  const cards = [...log.querySelectorAll('.theirs:has(.card)')];
  for (const past of cards.slice(0, -1).filter((entry) => entry.matches('.past')))
    for (const control of past.querySelectorAll<HTMLElement>(controls)) control.tabIndex = -1;
}
