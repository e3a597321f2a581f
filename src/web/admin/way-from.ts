import type { Say } from '#domain/conversation/phrases.ts';
import { type Html, html } from '#web/http/pages/html.ts';

/** The way back from a page that there is not: to the consultation that it would have been about, and to all of them. */
export function wayFrom(address: string, say: Say): Html {
  const code = /\/animation\/c\/([a-z0-9][a-z0-9-]{1,39})\//.exec(address)?.[1];
  const all = say('server.refused-page.space');
  if (code === undefined) return html`<p><a class="way" href="/animation">${all}</a></p>`;
  return html`<p><a class="way" href="/animation/c/${code}">${say('refused.to-consultation')}</a></p>
<p><a href="/animation">${all}</a></p>`;
}
