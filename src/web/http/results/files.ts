import type { Say } from '#domain/conversation/phrases.ts';
import { type Html, html } from '../pages/html.ts';

/** Where the pictures of a result are fetched as files: `{at}/{name}.svg?{query}`. */
export interface PictureFiles {
  readonly at: string;
  readonly language: string;
}

/** A picture as a file, in both forms. */
export const pictureFile = ({ at, language }: PictureFiles, name: string, form: 'svg' | 'png'): string =>
  `${at}/${name}.${form}?lang=${language}`;

/** Links to one picture as a file. */
export function pictureLinks(
  files: PictureFiles | undefined,
  { name, title }: { readonly name: string; readonly title: string },
  say: Say,
): Html {
  if (files === undefined) return html``;
  const of = say('reading.page.picture', { title });
  const link = (form: 'svg' | 'png') =>
    html`<a href="${pictureFile(files, name, form)}" download>${form.toUpperCase()}<span class="unseen">, ${of}</span></a>`;
  return html`<p class="files screen">${say('reading.page.keep')} ${link('png')} ${link('svg')}</p>`;
}
