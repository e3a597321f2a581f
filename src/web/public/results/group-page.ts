import { itemTitle } from '#domain/catalogue/item-title.ts';
import type { SharedText } from '#domain/participant/shared-texts.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { document, type Head } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { groupContent } from '#web/http/results/group-content.ts';
import { grainOf } from '#wording/numbers.ts';
import { choseToTakePart } from '#wording/participants.ts';
import { standingLines } from '#wording/reading/standing.ts';
import { erasedText } from '#wording/retention.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** What the page shows: a released result with its vision, or why there is none. */
export type ShownGroup =
  | { readonly group: GroupView; readonly vision: VisionView }
  /** The smallest group of the consultation is too small for a page that anyone can open. */
  | { readonly group: undefined };

export interface GroupPage {
  readonly shown: ShownGroup;
  /** Published with it. */
  readonly quotes: readonly SharedText[];
  readonly wording: Wording;
  /** The chat page of the consultation, unless it is over: nobody is asked for a view that would not be taken. */
  readonly chat?: string;
  /** Where anyone reads the page itself, where it says anything. */
  readonly address?: string;
  readonly addresses: Head['addresses'];
  /** The page in the other language. */
  readonly other?: { readonly language: string; readonly path: string };
}

/** The results of a consultation as a page: in sentences, then in pictures with their figures. */
export function groupPage(page: GroupPage): string {
  const { shown, quotes, wording, addresses } = page;
  const { say, language } = wording;
  const title = consultationNames(wording).title;
  return document(
    {
      ...{ language, title: say('results.title', { consultation: title }), addresses },
      links: preview(page),
    },
    html`
<a class="skip" href="#results">${say('results.skip')}</a>
<main id="results">
${ways(page)}
<h1>${say('results.heading')}</h1>
<p class="quiet">${title}</p>
${content(shown, quotes, wording)}
</main>`,
  );
}

function ways({ other, chat, wording: { say } }: GroupPage): Html {
  const links = [
    ...(other === undefined
      ? []
      : [
          html`<a lang="${other.language}" hreflang="${other.language}" href="${other.path}">${say('page.other-language')}</a>`,
        ]),
    ...(chat === undefined ? [] : [html`<a href="${chat}">${say('results.take-part')}</a>`]),
  ];
  return links.length === 0 ? html`` : html`<nav>${joined(links, ' · ')}</nav>`;
}

function content(shown: ShownGroup, quotes: readonly SharedText[], wording: Wording): Html {
  const { say } = wording;
  if (shown.group === undefined) return html`<p>${say('results.private')}</p>`;
  const { group, vision } = shown;
  const erased = erasedText(wording);
  if (group.state === 'waiting' && erased !== undefined) return html`<p>${erased}</p>`;
  if (group.state === 'waiting')
    return html`<p>${say('results.waiting', { needed: group.needed })}</p>
<p class="quiet">${say('card.group.waiting-why', { minGroup: group.minGroup })}</p>`;
  return html`<p class="quiet">${standingLines(group, wording).join(' ')}</p>
${erased === undefined ? '' : html`<p>${erased}</p>`}
${groupContent(group, vision, wording)}
${quoteList(quotes, wording)}
${openDataLink(wording)}`;
}

/** Published texts under what they are about. */
function quoteList(quotes: readonly SharedText[], wording: Wording): Html {
  if (quotes.length === 0) return html``;
  const { say } = wording;
  const items = [...new Set(quotes.map(({ item }) => item))];
  return html`<section><h2>${say('publishing.quotes.public')}</h2>
<p class="quiet">${say('publishing.quotes.public-note')}</p>
${joined(
  items.map(
    (item) => html`<h3>${itemTitle(wording.text, item)}</h3>
${joined(
  quotes
    .filter((one) => one.item === item)
    .map(
      ({ text, kind }) =>
        html`<blockquote><p>${text}</p><p class="quiet">${say(`publishing.quotes.${kind}`)}</p></blockquote>`,
    ),
  '\n',
)}`,
  ),
  '\n',
)}</section>`;
}

function openDataLink({ say, consultation, language }: Wording): Html {
  return html`<section class="screen"><h2>${say('publishing.open-data.title')}</h2>
<p>${say('publishing.open-data.what')}</p>
<p><a href="/c/${consultation.id}/resultats/donnees.zip?lang=${language}" download>${say('publishing.open-data.download')}</a></p></section>`;
}

/** What is shown of the page where its address is shared (Open Graph). */
function preview({ shown, wording, address }: GroupPage): Html {
  const { say, language } = wording;
  const { title, territory } = consultationNames(wording);
  const { group } = shown;
  const who =
    group?.state === 'released' ? [choseToTakePart(group.scenario.n, grainOf(group.kind), wording)] : [];
  const description = [say('publishing.preview', { territory }), ...who].join(' ');
  const told = [
    ['og:type', 'article'],
    ['og:title', say('results.title', { consultation: title })],
    ['og:description', description],
    ['og:locale', regions[language] ?? language],
    ...(address === undefined ? [] : [['og:url', address]]),
  ];
  return html`<meta name="description" content="${description}">
${joined(
  told.map(([name = '', value = '']) => html`<meta property="${name}" content="${value}">`),
  '\n',
)}`;
}

const regions: Readonly<Record<string, string>> = { fr: 'fr_FR', en: 'en_GB' };
