import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageLink } from '#web/http/pages/language-link.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { consultationNames } from '#wording/titles.ts';
import { stepPath } from './steps.ts';
import { tablePart } from './table-part.ts';
import type { TableView } from './table-view.ts';

type Files = Pick<Addresses, 'base' | 'tableStyle' | 'tableScript' | 'icon'>;

interface TablePage {
  readonly view: TableView;
  /** The other languages of the page. */
  readonly others: readonly Language[];
  readonly addresses: Files;
}

/** The page of a table's phone: step by step, saved as it is filled in; without a script, by a button a step. */
export function tablePage({ view, others, addresses }: TablePage): string {
  const { wording, table, step, told } = view;
  const { say, language } = wording;
  const { title } = consultationNames(wording);
  const words = (['saving', 'saved', 'failed'] as const).map(
    (key) => html` data-${key}="${say(`breakout.phone.${key}`)}"`,
  );
  return document(
    {
      language,
      addresses: { ...addresses, style: addresses.tableStyle },
      title: say('breakout.phone.title', { table: table.name, title }),
      links: html`<script type="module" src="${addresses.tableScript}"></script>`,
    },
    html`
<main>
<p class="where">${title}</p>
<p role="status" id="told">${say(`breakout.phone.told.${told}`)}</p>
<div id="table" data-told="${told}"${joined(words)}>${tablePart(view)}</div>
<details class="quiet"><summary>${say('breakout.phone.privacy.title')}</summary><p>${say('breakout.phone.privacy.what')}</p></details>
</main>
${legalLinks(say, language, {
  before: joined(others.map((one) => html`<p>${languageLink(one, stepPath(table.id, step, one), say)}</p>`)),
})}`,
  );
}

interface ClosedPage {
  readonly say: Say;
  readonly language: Language;
  /** What was sent to it: the words are not lost with the page. */
  readonly words: readonly string[];
  readonly addresses: Files;
}

/** The same for a table that was closed and for one that never was: an address tells nothing to whoever guesses. */
export function closedPage({ say, language, words, addresses }: ClosedPage): string {
  const kept: Html =
    words.length === 0
      ? html``
      : html`<h2>${say('breakout.phone.closed.words')}</h2><ul>${joined(words.map((text) => html`<li>${text}</li>`))}</ul>`;
  return document(
    {
      language,
      addresses: { ...addresses, style: addresses.tableStyle },
      title: say('breakout.phone.closed.title'),
    },
    html`
<main>
<p role="status" id="told">${say('breakout.phone.told.closed')}</p>
<div id="table"><div class="part" data-writes="closed"><h1>${say('breakout.phone.closed.title')}</h1><p>${say('breakout.phone.closed.what')}</p>${kept}</div></div>
</main>
${legalLinks(say, language)}`,
  );
}
