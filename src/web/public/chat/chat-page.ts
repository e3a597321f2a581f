import { type Language, type LanguagePack, onPaper, packOf } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { spokenIn } from '#domain/consultation/content/spoken-in.ts';
import { retentionOf } from '#domain/consultation/retention/retention.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import { type PageText, pageWords } from '#web/http/pages/chat-page-settings.ts';
import { document } from '#web/http/pages/document.ts';
import { dataElement, type Html, html, joined } from '#web/http/pages/html.ts';
import { legalPages, legalPaths } from '#web/http/pages/legal-links.ts';
import { preview } from '#web/public/share/preview.ts';

export interface ChatPage extends Pick<Phrases, 'languages' | 'packs' | 'say'> {
  readonly language: Language;
  readonly assets: Pick<Assets, 'addresses' | 'within'>;
  readonly consultation: Consultation;
  readonly facilitator: boolean;
  readonly publicUrl: string;
  /** Whether people may ask to be told by e-mail. */
  readonly isTold?: boolean;
  /** What the assistant says first to whoever is new here; absent: it depends on who looks. */
  readonly firstWords?: Html;
  /** Opens a conversation of which nothing is kept. */
  readonly trial?: string;
}

/** The chat page: everything but the conversation is there before any script runs. */
export function chatPage(page: ChatPage): string {
  const { language, languages, packs, consultation, facilitator, firstWords, trial } = page;
  const { addresses, within } = page.assets;
  const spoken = spokenIn({ languages, packs }, consultation);
  const texts = Object.fromEntries(
    spoken.map((pack) => [pack.language, told(pageText(page, pack), facilitator)]),
  );
  const pack = packOf(packs, language);
  const text = pageText(page, pack);
  const eraseAt = consultation.erasure?.beganAt ?? retentionOf(consultation)?.eraseAt;
  const erasedAt = eraseAt === undefined ? {} : { erasedAt: Date.parse(eraseAt) };
  const data = dataElement('settings', {
    ...{ consultation: consultation.id, facilitator, language, texts, ...erasedAt, ...(trial && { trial }) },
  });
  const noscript = page.say(language)('page.noscript');
  return document(
    {
      ...{ language: pack.tag, direction: pack.direction, addresses, title: text.title },
      style: { html: `<style>${within.style.text}</style>` },
      links: links(page),
    },
    html`
<a class="skip" href="#reply" data-say="skip">${text.skip}</a>
<header class="banner">
  <img src="${addresses.icon}" alt="" width="40" height="40">
  <div class="titles">
    <h1 data-say="heading">${text.heading}</h1>
    <p data-say="territory">${text.territory}</p>
  </div>
  <button type="button" id="other-language"${languages.length < 2 ? html` hidden` : ''} data-say="other-language">${text['other-language']}</button>
</header>
<main>
  <noscript><p class="notice">${noscript}</p></noscript>
  ${unkept(page, text)}
  <div id="log" role="log" aria-live="polite"${opened(page)} data-say-label="conversation" aria-label="${text.conversation}">
    ${firstWords ?? ''}
    ${skeleton(text, firstWords !== undefined)}
  </div>
  ${facilitator || trial ? '' : { html: `<script>${within.opening.text}</script>` }}
</main>
${composer(text)}
${legal(text, page)}
${data}`,
  );
}

/** What is said to whoever facilitates alone weighs on nobody else's page. */
const forFacilitators: ReadonlySet<string> = new Set([
  'no-invitation',
  'used-invitation',
  'unkept-facilitator',
]);

const told = (text: PageText, facilitator: boolean) =>
  facilitator ? text : Object.fromEntries(Object.entries(text).filter(([key]) => !forFacilitators.has(key)));

/** What the head says of the page: what it is about, what it runs, and that it may be put among a device's programs. */
function links({ consultation, packs, language, say, publicUrl, assets, facilitator, trial }: ChatPage) {
  const manifest = html`<link rel="manifest" href="/c/${consultation.id}/manifest.webmanifest">
<meta name="theme-color" content="#0f665e">`;
  return html`${preview({ consultation, packs, language, say: say(language), publicUrl })}
${facilitator || trial ? '' : manifest}
<script type="module" id="script" src="${assets.addresses.script}"></script>${
    consultation.entry === undefined
      ? ''
      : html`<script type="module" src="${assets.addresses.entryScript}"></script>`
  }`;
}

/** What the page says in a language. */
export function pageText(
  { consultation, packs, say }: Pick<ChatPage, 'consultation' | 'packs' | 'say'>,
  pack: LanguagePack,
): PageText {
  const { language, tag, direction } = pack;
  const speak = say(language);
  const named = (names: Readonly<Record<string, string>>) =>
    names[language] ?? names[onPaper(pack)] ?? names[consultation.language] ?? '';
  const heading = named(consultation.title);
  const title = speak('page.title', { consultation: heading });
  const names = { title, heading, territory: named(consultation.territory) };
  return { ...pageWords(speak), ...names, tag, direction, apart: packOf(packs, onPaper(pack)).tag };
}

/** What a browser that keeps nothing means for the person, and what they can do; the script shows it where it is so. */
function unkept({ consultation, facilitator }: ChatPage, text: PageText) {
  const ways = facilitator
    ? html`<p data-say="unkept-facilitator">${text['unkept-facilitator']}</p>`
    : html`<a href="/c/${consultation.id}" target="_blank" rel="noopener" data-say="unkept-tab">${text['unkept-tab']}</a>
    <p data-say="unkept-code">${text['unkept-code']}</p>`;
  return html`<div class="notice" id="unkept" role="status" hidden>
    <p data-say="unkept">${text.unkept}</p>
    ${ways}
  </div>`;
}

/** As at the foot of every page, in the language that is spoken. */
function legal(text: PageText, { consultation, isTold, facilitator }: ChatPage) {
  const ways = legalPages.map(
    (page) => html`<a href="${legalPaths[page]}" data-say="${page}">${text[page]}</a>`,
  );
  const told =
    isTold && !facilitator
      ? html` <a href="/c/${consultation.id}/prevenir" target="_blank" data-say="told">${text.told}</a>`
      : '';
  return html`<footer class="legal"><nav data-say-label="legal" aria-label="${text.legal}">${joined(ways, ' ')}${told}</nav>
<button type="button" id="share" hidden data-say="share">${text.share}</button></footer>`;
}

/** Where the first lines of the page ask for a token; a facilitator's is asked for with their invitation. */
const opened = ({ consultation, language, facilitator, trial }: ChatPage) =>
  facilitator || trial ? '' : html` data-consultation="${consultation.id}" data-language="${language}"`;

function skeleton(text: PageText, hidden: boolean) {
  return html`<div class="skeleton" id="skeleton"${hidden ? html` hidden` : ''}>
      <p class="unseen" data-say="preparing">${text.preparing}</p>
      <div aria-hidden="true"><i></i><i></i><i></i><i></i></div>
    </div>`;
}

function composer(text: PageText) {
  return html`<div class="composer" id="composer" role="region" data-say-label="reply" aria-label="${text.reply}">
  <div class="column">
    <button type="button" id="newer" hidden data-say="newer">${text.newer}</button>
    <p id="status" role="status"></p>
    <div class="words" role="group" data-say-label="words" aria-label="${text.words}">
      <button type="button" data-word="menu" data-say="menu">${text.menu}</button>
      <button type="button" data-word="my-scenario" data-say="my-scenario">${text['my-scenario']}</button>
      <button type="button" data-word="group" data-say="group">${text.group}</button>
      <button type="button" data-word="help" data-say="help">${text.help}</button>
    </div>
    <form id="form">
      <label class="unseen" for="reply" data-say="reply">${text.reply}</label>
      <textarea id="reply" rows="1" enterkeyhint="send" autocomplete="off" data-say-placeholder="placeholder" placeholder="${text.placeholder}"></textarea>
      <button type="submit" data-say="send">${text.send}</button>
    </form>
  </div>
</div>`;
}
