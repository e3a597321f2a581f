import { itemTitle } from '#domain/catalogue/item-title.ts';
import type { SharedText } from '#domain/participant/shared-texts.ts';
import type { GroupView, ReleasedView } from '#domain/results/group-view.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { document, type Head } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageLink } from '#web/http/pages/language-link.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { countingPart } from '#web/http/results/counting-part.ts';
import type { PictureFiles } from '#web/http/results/files.ts';
import { followUpPart } from '#web/http/results/follow-up-part.ts';
import { groupContent } from '#web/http/results/group-content.ts';
import { type PagePart, section } from '#web/http/results/part.ts';
import { grainOf } from '#wording/numbers.ts';
import { publicationDay, waitingText } from '#wording/results/result-state.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { pageHead, preview } from './head.ts';
import { yearsAddress } from './years-page.ts';

/** What the page shows: a released result with its vision, or why there is none. */
export type ShownGroup =
  | { readonly group: GroupView; readonly vision: VisionView }
  /** The smallest group of the consultation is too small for a page that anyone can open. */
  | { readonly group: undefined };

export interface GroupPage {
  readonly shown: ShownGroup;
  /** Whether something was decided of a trajectory that people proposed: the public log tells it. */
  readonly proposals: boolean;
  /** Published with it. */
  readonly quotes: readonly SharedText[];
  /** How many other results of the same territory may be set beside it. */
  readonly beside: number;
  readonly wording: Wording;
  readonly logo?: Html;
  /** The chat page of the consultation. */
  readonly chat: string;
  /** Nobody is asked for a view that would not be taken. */
  readonly isOver: boolean;
  /** Where anyone reads the page itself, where it says anything. */
  readonly address?: string;
  /** Where anyone fetches its pictures. */
  readonly files?: PictureFiles;
  readonly addresses: Head['addresses'];
  /** The page in the other language. */
  readonly other?: { readonly language: string; readonly path: string };
}

/** The results of a consultation as a page: what is read in a minute first, then everything on demand. */
export function groupPage(page: GroupPage): string {
  const { shown, wording, addresses, address, files } = page;
  const { say, language } = wording;
  const title = consultationNames(wording).title;
  const group = shown.group?.state === 'released' ? shown.group : undefined;
  const head = {
    wording,
    ...(group !== undefined && { group }),
    ...(address !== undefined && { address }),
    ...(group !== undefined && address !== undefined && files !== undefined && { files }),
  };
  return document(
    {
      ...{ language, title: say('results.title', { consultation: title }), addresses },
      links: preview(head),
    },
    html`
<a class="skip" href="#results">${say('results.skip')}</a>
<main id="results" class="reading">
${ways(page)}
${page.logo ?? ''}<h1>${say('results.heading')} <span class="of">${title}</span></h1>
${content(page)}
${page.proposals && group === undefined ? proposalLog(wording) : ''}
</main>
${legalLinks(say, language)}`,
  );
}

function ways({ other, chat, isOver, wording: { say } }: GroupPage): Html {
  const links = [
    ...(other === undefined ? [] : [languageLink(other.language, other.path, say)]),
    ...(isOver ? [] : [html`<a href="${chat}">${say('results.take-part')}</a>`]),
  ];
  return links.length === 0 ? html`` : html`<nav>${joined(links, ' · ')}</nav>`;
}

function content(page: GroupPage): Html {
  const { shown, chat, wording } = page;
  const { say } = wording;
  if (shown.group === undefined)
    return html`<p>${say('results.private')}</p>
<p class="quiet">${say('results.private-how')}</p>
<p><a href="${chat}">${say('results.private-link')}</a></p>`;
  const { group, vision } = shown;
  if (group.state === 'waiting' && group.until === 'publication') return unpublished(wording);
  if (group.state === 'waiting') {
    const [how, ...why] = waitingText(group, wording);
    return html`<p>${how}</p>
${joined(why.map((line) => html`<p class="quiet">${line}</p>`))}`;
  }
  return released(group, vision, page);
}

function released(
  group: ReleasedView,
  vision: VisionView,
  { proposals, quotes, beside, wording, files }: GroupPage,
): Html {
  const told = groupContent(group, vision, wording, files);
  const parts = [
    ...told.parts,
    ...followUpPart(wording),
    ...quotePart(quotes, wording),
    ...(proposals
      ? [{ id: 'propositions', title: wording.say('proposal.log.link-title'), body: proposalLog(wording) }]
      : []),
    ...yearsPart(beside, wording),
    countingPart(grainOf(group.kind), wording),
    openDataPart(wording),
  ];
  return html`${pageHead(told, wording)}
${contents(parts, wording)}
${joined(
  parts.map((part) => section(part, wording)),
  '\n',
)}
<p class="quiet">${told.caution}</p>`;
}

/** The way to what was decided of what people proposed, for anyone. */
const proposalLog = ({ say, consultation, language }: Wording): Html =>
  html`<p>${say('proposal.log.link-lead')}</p>
<p class="screen"><a href="/c/${consultation.id}/propositions.csv?lang=${language}" download>${say('proposal.log.link')}</a></p>`;

/** The table of contents: a link to each part. */
const contents = (parts: readonly PagePart[], { say }: Wording): Html =>
  html`<nav class="contents screen" aria-label="${say('reading.page.contents')}">${joined(
    parts.map(({ id, title }) => html`<a href="#${id}">${title}</a>`),
    ' ',
  )}</nav>`;

/** Nobody reads a result here before those who facilitate publish it. */
function unpublished(wording: Wording): Html {
  const { say } = wording;
  return html`<p>${say('results.unpublished')}</p>
<p class="quiet">${publicationDay(wording) ?? say('results.unpublished-later')}</p>`;
}

/** Published texts under what they are about. */
function quotePart(quotes: readonly SharedText[], wording: Wording): readonly PagePart[] {
  if (quotes.length === 0) return [];
  const { say } = wording;
  const items = [...new Set(quotes.map(({ item }) => item))];
  const body = html`<p class="quiet">${say('publishing.quotes.public-note')}</p>
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
)}`;
  return [{ id: 'textes', title: say('publishing.quotes.public'), body }];
}

/** The way to the other results of the territory, where there are any. */
function yearsPart(n: number, { say, consultation, language }: Wording): readonly PagePart[] {
  if (n === 0) return [];
  const body = html`<p>${say('over-years.link', { n })}</p>
<p class="screen"><a href="${yearsAddress(consultation.id, language)}">${say('over-years.see')}</a></p>`;
  return [{ id: 'annees', title: say('over-years.title'), body }];
}

function openDataPart({ say, consultation, language }: Wording): PagePart {
  const body = html`<p>${say('publishing.open-data.what')}</p>
<p class="screen"><a href="/c/${consultation.id}/resultats/donnees.zip?lang=${language}" download>${say('publishing.open-data.download')}</a></p>`;
  return { id: 'telecharger', title: say('publishing.open-data.title'), body };
}
