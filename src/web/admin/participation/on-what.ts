import { type Html, html } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { deviceRows } from '#wording/who/device-rows.ts';
import { figures, type PageFigures } from './seen.ts';

/** On what people began; nothing where that was not counted. */
export function onWhat({ following: { devices }, view }: PageFigures): Html {
  if (devices === undefined) return html``;
  const { say } = view;
  const isApart = devices.paper > 0 && view.consultation.paper === 'apart';
  const title = say('participation.devices.title');
  const head = [say('participation.devices.head'), say('participation.people')];
  const rows = deviceRows(devices, (n) => figures(n, view), view);
  return html`<section><h2>${title}</h2>${wideTable(title, { head, rows }, { id: 'devices-table', look: 'counts' })}<p class="quiet">${say('participation.devices.note')}</p>${isApart ? html`<p class="quiet">${say('paper.count.now-apart')}</p>` : ''}</section>`;
}
