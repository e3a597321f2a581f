import type { Addresses } from '#web/http/pages/assets.ts';
import { document, type Head } from '#web/http/pages/document.ts';
import { type Html, html } from '#web/http/pages/html.ts';

export type ScreenFiles = Pick<Addresses, 'base' | 'projectionStyle' | 'adminScript' | 'icon'>;

/** A page that is projected, in the style of all of them. */
export const screenDocument = (
  { addresses, ...head }: Pick<Head, 'language' | 'title'> & { readonly addresses: ScreenFiles },
  body: Html,
): string =>
  document(
    {
      ...head,
      addresses: { ...addresses, style: addresses.projectionStyle },
      links: html`<script type="module" src="${addresses.adminScript}"></script>`,
    },
    body,
  );
