import type { Wording } from '#wording/wording.ts';
import { type Html, html } from '../pages/html.ts';

/** A part of the page that can be linked to. */
export interface PagePart {
  /** Its place in the address, after `#`. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** A part under its title, with a link to it beside the title. */
export const section = ({ id, title, body }: PagePart, { say }: Wording): Html =>
  html`<section id="${id}" class="part"><h2>${title} <a class="anchor screen" href="#${id}" aria-label="${say('reading.page.link', { title })}">#</a></h2>
${body}</section>`;
