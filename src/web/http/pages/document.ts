import type { Language, LanguagePack } from '#domain/catalogue/language.ts';
import type { Addresses } from './assets.ts';
import { type Html, html } from './html.ts';
import { inSite } from './in-site.ts';

/** What a page is dressed with; plain while its files are still being put together. */
export type PageFiles = Pick<Addresses, 'base'> & Partial<Pick<Addresses, 'style' | 'icon'>>;

export interface Head {
  readonly language: Language;
  /** Where it is not from left to right. */
  readonly direction?: LanguagePack['direction'];
  readonly title: string;
  readonly addresses: PageFiles;
  /** The style within the page, in the place of the file. */
  readonly style?: Html;
  /** What else a page says of itself. */
  readonly links?: Html;
}

/** A whole HTML document around a body; both may name addresses of the site from its root. */
export function document({ language, direction, title, addresses, style, links }: Head, body: Html): string {
  const page = html`<!doctype html>
<html lang="${language}"${direction === 'rtl' ? html` dir="rtl"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${addresses.icon === undefined ? '' : html`<link rel="icon" type="image/svg+xml" href="${addresses.icon}">`}
${style ?? (addresses.style === undefined ? '' : html`<link rel="stylesheet" href="${addresses.style}">`)}
${links ?? ''}
</head>
<body>${body}
</body>
</html>
`;
  return inSite(page.html, addresses.base);
}
