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
export const projectionKeys = (say: Say): Html =>
  keyTable(
    keys.map((key) => [say(`projection.keys.${key}.key`), say(`projection.keys.${key}.does`)]),
    say,
  );

/** Keys of a screen, each with what it does. */
export const keyTable = (rows: readonly (readonly [key: string, does: string])[], say: Say): Html =>
  html`<table class="keys"><thead><tr><th scope="col">${say('projection.keys.key')}</th><th scope="col">${say('projection.keys.does')}</th></tr></thead>
<tbody>${joined(rows.map(([key, does]) => html`<tr><th scope="row">${key}</th><td>${does}</td></tr>`))}</tbody></table>`;
