import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { LivePart } from '#web/http/streams.ts';
import { consultationNames, domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { livePart } from '../../live-streams.ts';
import { type ScreenFiles, screenDocument } from '../../projection-screen/screen-document.ts';
import { codeOf } from '../../room/code-of.ts';
import type { SeenTable } from './seen-tables.ts';

interface Screen {
  readonly view: Wording;
  readonly tables: readonly SeenTable[];
  readonly addressOf: (key: string) => string;
}

/** What is projected while the tables work: each with its code, its address and where it is. */
export function tablesScreen(screen: Screen, addresses: ScreenFiles): string {
  const { say, language, consultation } = screen.view;
  const { title } = consultationNames(screen.view);
  const here = `/animation/c/${consultation.id}`;
  return screenDocument(
    { language, title: say('breakout.screen.title', { title }), addresses },
    html`
<main class="room-screen">
<h1>${say('breakout.screen.heading')}</h1>
<p>${say('breakout.screen.how')}</p>
<div class="stage" tabindex="0" role="region" aria-label="${say('breakout.screen.way')}">${{ html: screenLive(screen).markup }}</div>
<div class="room-bar"><nav class="tools" aria-label="${say('projection.projection.controls')}">
<button type="button" data-do="theme" data-key="t" hidden><kbd>T</kbd> ${say('projection.projection.theme')}</button>
<button type="button" data-do="full" data-key="f" hidden><kbd>F</kbd> ${say('projection.projection.full')}</button>
<a href="${here}/salle/direct?lang=${language}">${say('room.begin.title')}</a>
<a href="${here}/materiel#telephones">${say('breakout.screen.kit')}</a>
<a href="${here}/salle">${say('projection.projection.leave')}</a>
</nav></div>
</main>
<dialog id="keys" aria-label="${say('room.keys.title')}"></dialog>`,
  );
}

/** What changes on it. */
export function screenLive({ view, tables, addressOf }: Screen): LivePart {
  const { say, language, consultation } = view;
  const shown = tables.filter(({ state }) => state !== 'closed');
  const done = shown.filter(({ state }) => state === 'done').length;
  const headline = say('breakout.kit.headline', { open: shown.length, done });
  const cards = shown.map(({ table, state }) => {
    const address = addressOf(table.id);
    const where = address.slice(0, -table.id.length);
    const works = table.domains?.map((id) => domainTitle(view, id)).join(', ');
    return html`<li class="${state}"><h2>${table.name}</h2>${works === undefined ? '' : html`<p class="works">${works}</p>`}
<div class="door">${codeOf(address, say('breakout.screen.code', { address }))}</div><p class="address">${where.replace(/^https?:\/\//, '')}<wbr><span>${table.id}</span></p>
<p class="state"><b>${say(`breakout.kit.state.${state}`)}</b></p></li>`;
  });
  const grid: Html =
    cards.length === 0
      ? html`<p>${say('breakout.screen.none')}</p>`
      : html`<ul class="table-grid">${joined(cards)}</ul>`;
  const inside = html`<p id="live-count" role="status">${headline}</p><div id="live-rest">${grid}</div>`;
  return livePart(inside, language, `/animation/c/${consultation.id}/salle/tables/flux`);
}
