import type { ChatPageSettings } from '#web/http/pages/chat-page-settings.ts';
import type { PersonAction } from './attention.ts';
import { forewarn, openBeside } from './beside.ts';
import { prepareCards } from './cards/card.ts';
import { prepareComposer } from './composer.ts';
import { createConversation } from './conversation.ts';
import type { ActivitySet, Fields } from './direct-line/activity.ts';
import { DirectLineClient, type State } from './direct-line/direct-line.ts';
import { heldInPage, placed, rememberedAs } from './direct-line/memory.ts';
import { outgoing } from './direct-line/outgoing.ts';
import { ChatSession } from './direct-line/session.ts';
import { prepareShare } from './elsewhere/share.ts';
import { codeInAddress, onLeaving } from './elsewhere/take-up.ts';
import { offerTakeUp, showEmptied, stop, withdraw } from './ending.ts';
import { find } from './find.ts';
import { takeOver } from './first/take-over.ts';
import { createKeep, type Keep } from './kept/keep.ts';
import { shelfInPage } from './kept/shelf.ts';
import { shelfInBrowser } from './kept/shelf-in-browser.ts';
import { holdShell, letGoOfShell } from './kept/shell.ts';
import { otherTabs, type TabNews } from './kept/tabs.ts';
import { site } from './site.ts';
import { statusLine } from './status.ts';
import { pageTexts } from './texts.ts';
import { asking, isInvited, nameOf } from './who.ts';

const settings: ChatPageSettings = JSON.parse(find('settings', HTMLScriptElement).textContent ?? '{}');
const texts = pageTexts(settings);
const status = statusLine(texts);
const name = placed(nameOf(settings));
const memory = settings.trial === undefined ? rememberedAs(name) : heldInPage();
const conversation = createConversation(texts, pressed);
const opening = openKeep();
/** Tells the other tabs; where nothing of the person is found again, each tab is somebody else. */
const tellTabs = memory.lasts ? otherTabs(name, overhear) : () => undefined;
let line: DirectLineClient | undefined;
/** Nothing can be said any more: what is said begins anew, where that is so, or is not taken. */
let over: 'emptied' | 'stopped' | undefined;
/** Whether it is still to be heard if the server knows the person of what is held. */
let isUntold = false;
/** What was said at this visit. */
let answers = 0;

openBeside();
prepareCards(texts);
const composer = prepareComposer(
  texts,
  (words) => say(words, { text: words, textFormat: 'plain' }, 'words'),
  (words) => {
    void opening.then((keep) => keep.write(words));
    tellTabs({ is: 'written', words });
  },
);
prepareShare(new URL(`c/${settings.consultation}`, site).href, texts, (key) => status.tell(key, 6_000));
onLeaving(() => void leave());
addEventListener('hashchange', proposeTakeUp);
window.early?.leave();
void begin().then(takeOver);

/** Where nothing of the person is found again, nothing of what they say is held either. */
async function openKeep(): Promise<Keep> {
  return createKeep(memory.lasts ? await shelfInBrowser(name).catch(shelfInPage) : shelfInPage());
}

async function begin(): Promise<void> {
  const who = asking(settings, memory);
  if (who === undefined) return end('no-invitation');
  const keep = await opening;
  if (isInvited(who)) await keep.empty();
  const { said, waiting, draft, watermark } = await keep.find(settings.erasedAt);
  conversation.restore(said, waiting);
  if (draft !== '') composer.write(draft);
  if (said.some(({ activity }) => activity?.mine)) holdShell();
  const session = new ChatSession({ asking: who, memory, keep, name, locale: () => texts.language });
  const on = {
    activities: (set: ActivitySet) => hear(set, keep, session),
    state: (state: State) => tell(state, keep),
    delivered(id: string, how: 'sent' | 'refused', code?: number) {
      conversation.mark(id, how);
      tellTabs({ is: 'settled', id, how });
      status.delivered(how, code);
    },
  };
  line = new DirectLineClient(session, keep, on, watermark);
  proposeTakeUp();
}

/** Who comes with a resume code in the address may take up here what they began elsewhere. */
function proposeTakeUp(): void {
  const code = settings.facilitator ? undefined : codeInAddress();
  if (code === undefined) return;
  offerTakeUp(texts, () => say(texts.say('take-up-go'), { text: code, textFormat: 'plain' }, 'words'));
}

/** Leaves a browser that others use as if nobody had been there; what is not sent yet is not lost for it. */
async function leave(): Promise<void> {
  const waiting = await (await opening).waiting();
  if (waiting.length > 0) return status.tell('unsent', 8_000);
  empty('left');
  tellTabs({ is: 'emptied', why: 'left' });
}

function hear(set: ActivitySet, keep: Keep, session: ChatSession): void {
  const { activities } = set;
  if (activities.some(({ emptied }) => emptied)) {
    empty('erased');
    tellTabs({ is: 'emptied', why: 'erased' });
    return;
  }
  const isNew = isUntold && activities.some(({ label }) => label === 'welcome');
  isUntold &&= activities.every(({ mine }) => mine);
  // Whoever is welcomed is somebody new: what is held is of somebody whom the server does not know any more.
  if (isNew) conversation.clear('but-waiting');
  const letGo = isNew ? keep.letGo() : undefined;
  conversation.show(activities);
  void Promise.resolve(letGo).then(() => keep.heard(set, session.conversation));
}

/** What another tab of this browser tells. */
function overhear(news: TabNews): void {
  switch (news.is) {
    case 'said':
      void opening.then((keep) => keep.note(news.held));
      conversation.overhear(news.held.id, news.held.activity?.text ?? '');
      break;
    case 'settled':
      conversation.mark(news.id, news.how);
      break;
    case 'written':
      composer.write(news.words);
      break;
    case 'emptied':
      if (over === undefined) empty(news.why);
      break;
  }
}

/** Nothing of the person stays, on the screen nor in the browser. */
function empty(why: 'erased' | 'left'): void {
  over = 'emptied';
  line?.end();
  line = undefined;
  conversation.clear('all');
  composer.write('');
  status.clear();
  memory.previous = undefined;
  void opening.then((keep) => keep.empty());
  void letGoOfShell();
  withdraw();
  showEmptied(why, texts, beginAgain);
}

function beginAgain(): void {
  withdraw();
  over = undefined;
  void begin();
}

function pressed(entry: HTMLElement, value: Fields, words: string): void {
  if (entry.getAttribute('aria-busy') === 'true') return;
  entry.setAttribute('aria-busy', 'true');
  // Whoever goes on here does not take up what they began elsewhere.
  if (value.act !== 'language') withdraw();
  say(words, { value }, 'card');
}

function say(words: string, content: object, action: PersonAction): void {
  if (over === 'emptied') beginAgain();
  if (over !== undefined) return;
  const { asked } = conversation;
  const said = action === 'card' ? { postBack: true } : asked !== undefined && { asked };
  const { clientActivityID: id, activity } = outgoing(content, texts.language, said || {});
  answers += 1;
  conversation.say(id, words, action);
  void opening
    .then((keep) => keep.say(id, words, activity))
    .then((held) => {
      tellTabs({ is: 'said', held });
      line?.send();
      // Whoever only looks, or agrees and goes, holds nothing; nor does it weigh on the first question.
      if (memory.lasts && answers > 1) holdShell();
    });
}

function tell(state: State, keep: Keep): void {
  switch (state.is) {
    case 'open':
      if (settings.trial === undefined) forewarn(memory.lasts, keep.lasts, texts);
      // It says again where the person is: the cards of before step back.
      if (state.begun) conversation.putAside();
      isUntold ||= state.begun;
      status.open(state.anew);
      break;
    case 'cut':
      status.tell('offline');
      break;
    case 'busy':
    case 'failed':
      status.tell(state.is);
      break;
    case 'refused':
      end(settings.facilitator ? 'used-invitation' : 'no-consultation');
      break;
  }
}

/** Nothing can be said here. */
function end(why: Parameters<typeof stop>[0]): void {
  over = 'stopped';
  line?.end();
  line = undefined;
  status.clear();
  stop(why, texts);
}
