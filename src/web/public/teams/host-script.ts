import type { Language } from '#domain/catalogue/language.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { type Html, html } from '#web/http/pages/html.ts';

interface Hosted {
  readonly addresses: Pick<Addresses, 'teamsScript'>;
  readonly languages: readonly Language[];
  /** Sites that may show the page beside those of Teams. */
  readonly frameAncestors: readonly string[];
}

/** The script by which a page answers the program that shows it, and what that script needs to know. */
export const hostScript = ({ addresses, languages, frameAncestors }: Hosted): Html =>
  html`<script type="module" id="teams" src="${addresses.teamsScript}" data-languages="${languages.join(' ')}" data-hosts="${frameAncestors.filter((one) => /^https?:/.test(one)).join(' ')}"></script>`;
