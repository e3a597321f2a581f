import type { Logo } from '#domain/records/logo.ts';
import { type Html, html } from './html.ts';

/** The logo of a consultation on a page, from an address that changes with it; `name`: whose it is. */
export const logoImage = (
  { width, height }: Pick<Logo, 'width' | 'height'>,
  address: string,
  name: string,
): Html =>
  html`<p class="logo"><img src="${address}" alt="${name}" width="${String(width)}" height="${String(height)}"></p>`;
