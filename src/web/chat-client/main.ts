import type { ChatPageSettings } from '#web/http/pages/chat-page-settings.ts';
import type { PersonAction } from './attention.ts';
import { prepareCards } from './cards/card.ts';
import { prepareComposer } from './composer.ts';
import { createConversation } from './conversation.ts';
import type { Fields } from './direct-line/activity.ts';
import { DirectLineClient, type State } from './direct-line/direct-line.ts';
import { type Memory, rememberedAs } from './direct-line/memory.ts';
import { type Asking, ChatSession } from './direct-line/session.ts';
import { create, find } from './find.ts';
import { site } from './site.ts';
import { statusLine } from './status.ts';
import { pageTexts } from './texts.ts';

const settings: ChatPageSettings = JSON.parse(find('settings', HTMLScriptElement).textContent ?? '{}');
const texts = pageTexts(settings);
const status = statusLine(texts);
const memory = rememberedAs(nameOf(settings));
const conversation = createConversation(texts, pressed);
const troubles: ReadonlySet<string | undefined> = new Set(['offline', 'busy', 'failed']);
/** That nothing is kept here, and what can be done. */
const forewarning = find('unkept', HTMLElement);
let line: DirectLineClient | undefined;
/** What a facilitator's browser shows in place of an invitation that it has used: the server knows it by its last token. */
const usedBefore = 'used-before';

openBeside();
prepareCards(() => texts.say('more'));
prepareComposer(texts, (words) => say(words, { text: words, textFormat: 'plain' }, 'words'));
begin();

function begin(): void {
  const who = asking(settings, memory);
  if (who === undefined) {
    stop('no-invitation');
    return;
  }
  const session = new ChatSession(who, memory, () => texts.language);
  line = new DirectLineClient(session, {
    activities: conversation.show,
    state: tell,
    delivered(id, how, code) {
      conversation.mark(id, how);
      if (how === 'refused') status.tell(code === 413 ? 'too-long' : 'refused', 10_000);
      else if (troubles.has(status.showing)) status.clear();
    },
  });
}

/** What this browser is remembered by here; who facilitates is another person than who answers. */
function nameOf({ facilitator, consultation }: ChatPageSettings): string {
  if (!facilitator) return consultation;
  return location.pathname === new URL('facilitator', site).pathname
    ? 'facilitator'
    : `facilitator:${consultation}`;
}

/**
 * Who asks: on the facilitator's page, the holder of the invitation in the address (taken out of it at once, so that it
 * stays in no history), or the one who used it in this browser before; elsewhere, anyone.
 */
function asking({ facilitator, consultation }: ChatPageSettings, memory: Memory): Asking | undefined {
  if (!facilitator) return { consultation };
  const invitation = location.hash.slice(1);
  if (invitation !== '') {
    history.replaceState(null, '', location.pathname);
    return { invitation };
  }
  return memory.previous === undefined ? undefined : { invitation: usedBefore };
}

/** Within another site's page, a link opens beside it: the frame shows the conversation and nothing else. */
function openBeside(): void {
  // It has its tab already, or was given no origin: then a tab opened from here has none either.
  if (self === top || self.origin === 'null') forewarning.querySelector('a')?.remove();
  if (self === top) return;
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === null || link.target !== '' || link.getAttribute('href')?.startsWith('#')) return;
    link.target = '_blank';
    link.rel = 'noopener';
  });
}

function pressed(entry: HTMLElement, value: Fields, words: string): void {
  if (entry.getAttribute('aria-busy') === 'true') return;
  entry.setAttribute('aria-busy', 'true');
  say(words, { value }, 'card');
}

function say(words: string, content: object, action: PersonAction): void {
  if (line === undefined) return;
  const clientActivityID = newId();
  const { asked } = conversation;
  const said = action === 'card' ? { postBack: true } : asked !== undefined && { asked };
  const channelData = { clientActivityID, ...said };
  const from = { id: 'me', role: 'user' };
  const timed = { localTimestamp: new Date().toISOString() };
  conversation.say(clientActivityID, words, action);
  line.send({
    clientActivityID,
    activity: { type: 'message', from, locale: texts.language, channelData, ...timed, ...content },
  });
}

function tell(state: State): void {
  switch (state.is) {
    case 'open':
      forewarning.hidden = memory.lasts;
      if (state.anew) status.tell('anew', 8_000);
      else if (troubles.has(status.showing)) status.tell('back', 4_000);
      break;
    case 'cut':
      status.tell('offline');
      break;
    case 'busy':
    case 'failed':
      status.tell(state.is);
      break;
    case 'refused':
      stop(settings.facilitator ? 'used-invitation' : 'no-consultation');
      break;
  }
}

/** Nothing can be said here: the page says why, and what to do. */
function stop(key: 'no-invitation' | 'used-invitation' | 'no-consultation'): void {
  line = undefined;
  status.clear();
  document.body.classList.add('stopped');
  document.getElementById('skeleton')?.remove();
  const why = create('p', '', texts.say(key));
  const way = create('a', 'way', texts.say('join'));
  way.setAttribute('href', site.href);
  const card = create('div', 'card stop');
  card.append(why, way);
  find('log', HTMLElement).append(card);
}

/** Unique among all that this person sends; `randomUUID` is missing where the page is served without TLS. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
