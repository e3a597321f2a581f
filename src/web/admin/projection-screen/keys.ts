import type { Say } from '#domain/conversation/phrases.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';

const keys = [
  'next',
  'previous',
  'ends',
  'number',
  'room',
  'full',
  'theme',
  'renew',
  'help',
  'escape',
] as const;

/** What each key of the projection does. */
export const keyTable = (say: Say): Html =>
  html`<table class="keys"><thead><tr><th scope="col">${say('projection.keys.key')}</th><th scope="col">${say('projection.keys.does')}</th></tr></thead>
<tbody>${joined(
    keys.map(
      (key) =>
        html`<tr><th scope="row">${say(`projection.keys.${key}.key`)}</th><td>${say(`projection.keys.${key}.does`)}</td></tr>`,
    ),
  )}</tbody></table>`;
