import type { Say } from '#domain/conversation/phrases.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { keyTable } from '../projection-screen/keys.ts';
import { type ScreenFiles, screenDocument } from '../projection-screen/screen-document.ts';

interface ScreenPage {
  readonly view: Wording;
  /** What stands on it: a session, or the way to begin one; and what is written beside it. */
  readonly body: Html;
  readonly beside: Html;
  readonly back: string;
  readonly addresses: ScreenFiles;
}

/** What is projected during a vote: by keys, buttons or a remote control; without a script, page by page. */
export function screenPage({ view, body, beside, back, addresses }: ScreenPage): string {
  const { say, language } = view;
  const { title } = consultationNames(view);
  return screenDocument(
    { language, title: say('room.screen.title', { title }), addresses },
    html`
<main class="room-screen">
<p class="unseen" role="status" id="room-told"></p>
${body}
<div class="room-bar">${beside}
<nav class="tools" aria-label="${say('projection.projection.controls')}">
<button type="button" data-do="theme" data-key="t" hidden><kbd>T</kbd> ${say('projection.projection.theme')}</button>
<button type="button" data-do="full" data-key="f" hidden><kbd>F</kbd> ${say('projection.projection.full')}</button>
<button type="button" data-do="help" data-key="?" hidden><kbd>?</kbd> ${say('projection.projection.help')}</button>
<a href="${back}/tables?lang=${language}">${say('breakout.screen.way')}</a>
<a href="${back}">${say('projection.projection.leave')}</a>
</nav></div>
</main>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${say('room.keys.title')}</h2>${roomKeys(say)}
<form method="dialog"><button type="submit">${say('projection.keys.close')}</button></form></dialog>`,
  );
}

/** In the order of a round. */
const keys = [
  ...(['ask', 'open', 'stop', 'reveal', 'again', 'next', 'on', 'longer', 'pause', 'note', 'end'] as const),
  ...(['theme', 'full', 'help'] as const),
];

const roomKeys = (say: Say): Html =>
  keyTable(
    keys.map((key) => [say(`room.keys.${key}.key`), say(`room.keys.${key}.does`)]),
    say,
  );
