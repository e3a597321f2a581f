import type { Say } from '#domain/phrases.ts';
import { type Html, html } from '../../page/html.ts';
import { joined } from '../../page/joined.ts';

const keys = ['next', 'previous', 'ends', 'number', 'full', 'theme', 'renew', 'help', 'escape'] as const;

/** What each key of the projection does. */
export const keyTable = (say: Say): Html =>
  html`<table class="keys"><thead><tr><th scope="col">${say('room.keys.key')}</th><th scope="col">${say('room.keys.does')}</th></tr></thead>
<tbody>${joined(
    keys.map(
      (key) =>
        html`<tr><th scope="row">${say(`room.keys.${key}.key`)}</th><td>${say(`room.keys.${key}.does`)}</td></tr>`,
    ),
  )}</tbody></table>`;
