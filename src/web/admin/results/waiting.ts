import type { WaitingView } from '#domain/results/group-view.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { waitingText } from '#wording/results/result-state.ts';
import type { Wording } from '#wording/wording.ts';

/** Why there is no result yet. */
export function waiting(group: WaitingView, view: Wording): Html {
  const [how, ...why] = waitingText(group, view);
  return html`<p>${how}</p>
${joined(why.map((line) => html`<p class="quiet">${line}</p>`))}`;
}
