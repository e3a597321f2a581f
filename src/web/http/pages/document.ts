import type { Language } from '#domain/catalogue/language.ts';
import type { Addresses } from './assets.ts';
import { type Html, html } from './html.ts';
import { inSite } from './in-site.ts';

export interface Head {
  readonly language: Language;
  readonly title: string;
  readonly addresses: Pick<Addresses, 'base' | 'style' | 'icon'>;
  /** What else a page says of itself. */
  readonly links?: Html;
}

/** A whole HTML document around a body; both may name addresses of the site from its root. */
export function document({ language, title, addresses, links }: Head, body: Html): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="${addresses.icon}">
<link rel="stylesheet" href="${addresses.style}">
${links ?? ''}
</head>
<body>${body}
</body>
</html>
`;
  return inSite(page.html, addresses.base);
}
