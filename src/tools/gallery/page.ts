import { prepareCards } from '#web/chat-client/cards/card.ts';
import { theirs } from '#web/chat-client/entry.ts';

/** Runs in a gallery page: draws its reply as the chat page does. */
const { text, card } = JSON.parse(document.getElementById('reply')?.textContent ?? '{}');
const language = document.documentElement.lang;
const named = { tag: language, direction: 'ltr', apart: language };
prepareCards({ say: () => '…' });
const cards = card === undefined ? [] : [card];
const activity = { type: 'message', mine: false, text: card === undefined ? text : '', cards };
const entry = theirs(
  activity,
  { language, say: () => '', of: () => named, speak: () => undefined },
  () => undefined,
);
if (entry !== undefined) document.getElementById('log')?.append(entry);
