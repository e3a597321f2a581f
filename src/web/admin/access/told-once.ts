import { type Html, html } from '#web/http/pages/html.ts';
import type { Member } from '../visit.ts';

interface Told {
  readonly title: string;
  readonly secret: string;
  readonly how?: string;
}

/** A secret, the only time it is shown. */
export const toldOnce = ({ say }: Member, { title, secret, how }: Told): Html =>
  html`<section class="told" role="status"><h2>${title}</h2>
<p><input class="address" type="text" readonly value="${secret}" autocomplete="off" spellcheck="false" aria-label="${say('access.secret')}" data-copy="${say('admin.copy')}" data-copied="${say('admin.copied')}"></p>
<p>${say('access.once')}</p>${how === undefined ? '' : html`<p>${how}</p>`}</section>`;
