import type { Language } from '#domain/catalogue/language.ts';
import { stageOf } from '#domain/consultation/consultation.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { type GroupContent, groupContent } from '#web/http/results/group-content.ts';
import { section } from '#web/http/results/part.ts';
import { type InvitationWords, invitationWords } from '#wording/invitation.ts';
import type { Wording } from '#wording/wording.ts';
import type { ShownGroup } from '../results/group-page.ts';
import { hostScript } from './host-script.ts';

export interface TabPage {
  readonly wording: Wording;
  readonly now: string;
  /** How many people took part. */
  readonly took: number;
  readonly shown: ShownGroup;
  /** The chat page of the consultation, from anywhere. */
  readonly chat: string;
  readonly addresses: Pick<Addresses, 'base' | 'icon' | 'teamsStyle' | 'teamsScript'>;
  /** Those that the page is spoken in: it follows the client that shows it. */
  readonly languages: readonly Language[];
  /** Sites that may show the page beside those of Teams. */
  readonly frameAncestors: readonly string[];
}

/** How many parts of a result are read within Teams; the whole opens beside it. */
const partsShown = 2;

/** A consultation within Teams: its invitation, how many took part, and what a published result says first. */
export function tabPage(page: TabPage): string {
  const { wording, now, took, addresses } = page;
  const stage = stageOf(wording.consultation, now);
  const words = invitationWords(wording, stage, took);
  return document(
    {
      language: wording.language,
      title: words.title,
      addresses: { ...addresses, style: addresses.teamsStyle },
      links: hostScript(page),
    },
    html`
<main id="content" class="reading">
<p class="quiet">${words.when}</p>
<h1>${words.title}</h1>
<p>${words.purpose}</p>
<p class="quiet">${words.domains}</p>
<div id="live">${live(page, words, stage === 'open')}</div>
</main>
${legalLinks(wording.say, wording.language, { isWithin: true })}`,
  );
}

/** What changes while the page is open. */
function live({ wording, chat, shown }: TabPage, words: InvitationWords, isOpen: boolean): Html {
  const { say, language } = wording;
  const told = resultOf(shown, wording);
  const beyond = (to: string, name: string, look: string) =>
    html`<a class="${look}" href="${to}?lang=${language}" target="_blank" rel="noopener">${name}</a>`;
  const ways = [
    ...(isOpen ? [beyond(chat, say('card.invitation.take-part'), 'way')] : []),
    ...(told ? [beyond(`${chat}/resultats`, say('teams.tab.whole'), isOpen ? 'other' : 'way')] : []),
  ];
  return html`<p class="took">${words.took}</p>
${isOpen ? html`<p class="quiet">${words.apart}</p>` : ''}
${ways.length === 0 ? '' : html`<p class="ways">${joined(ways, ' ')}</p>`}
${told ? result(told, wording) : ''}`;
}

/** What anyone may read of the group, once it is published. */
const resultOf = (shown: ShownGroup, wording: Wording): GroupContent | undefined =>
  shown.group !== undefined && shown.group.state === 'released'
    ? groupContent(shown.group, shown.vision, wording)
    : undefined;

const result = ({ standing, keyFigures, parts, caution }: GroupContent, wording: Wording): Html => html`
<p>${standing.join(' ')}</p>
${keyFigures}
${joined(
  parts.slice(0, partsShown).map((part) => section(part, wording)),
  '\n',
)}
<p class="quiet">${caution}</p>`;
