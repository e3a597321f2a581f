import { domainPicture, type NamedPicture } from '#documents/figures/named-pictures.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html } from '../pages/html.ts';
import { figure } from './figure.ts';
import { type PictureFiles, pictureLinks } from './files.ts';

/** The pictures of a result, and where they are fetched as files; nowhere on pages that are not everybody's. */
export interface Pictures {
  readonly all: readonly NamedPicture[];
  readonly files?: PictureFiles;
}

/** A picture by its name with what to see in it, its table, and its files; nothing where there is none of that name. */
export function pictureOf({ all, files }: Pictures, name: string, wording: Wording): Html {
  const found = all.find((one) => one.name === name);
  if (found === undefined) return html``;
  const { picture, caption } = found.charted.figure;
  const { table } = found.charted;
  return html`${figure({ title: table.title, picture, note: caption, table }, wording)}${pictureLinks(files, found, wording.say)}`;
}

export const domainFigure = (pictures: Pictures, domain: DomainId, wording: Wording): Html =>
  pictureOf(pictures, domainPicture(domain), wording);

/** The same under its title; nothing where there is none. */
export function titledPicture(pictures: Pictures, name: string, wording: Wording): Html {
  const found = pictures.all.find((one) => one.name === name);
  return found === undefined
    ? html``
    : html`<section class="picture"><h3>${found.title}</h3>${pictureOf(pictures, name, wording)}</section>`;
}
