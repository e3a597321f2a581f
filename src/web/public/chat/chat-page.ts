import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { type PageText, pageWords } from '#web/http/pages/chat-page-settings.ts';
import { document } from '#web/http/pages/document.ts';
import { dataElement, html } from '#web/http/pages/html.ts';

export interface ChatPage extends Pick<Phrases, 'languages' | 'say'> {
  readonly language: Language;
  readonly addresses: Addresses;
  readonly consultation: Consultation;
  readonly facilitator: boolean;
}

/** The chat page: everything but the conversation is there before any script runs. */
export function chatPage(page: ChatPage): string {
  const { language, languages, consultation, facilitator, addresses } = page;
  const texts = Object.fromEntries(languages.map((each) => [each, pageText(page, each)]));
  const text = pageText(page, language);
  const data = dataElement('settings', { consultation: consultation.id, facilitator, language, texts });
  const noscript = page.say(language)('page.noscript');
  return document(
    { language, addresses, title: text.title },
    html`
<a class="skip" href="#reply" data-say="skip">${text.skip}</a>
<header class="banner">
  <img src="${addresses.icon}" alt="" width="40" height="40">
  <div class="titles">
    <h1 data-say="heading">${text.heading}</h1>
    <p data-say="territory">${text.territory}</p>
    <p><a href="/confidentialite" data-say="privacy">${text.privacy}</a></p>
  </div>
  <button type="button" id="other-language"${languages.length < 2 ? html` hidden` : ''} data-say="other-language">${text['other-language']}</button>
</header>
<main>
  <noscript><p class="notice">${noscript}</p></noscript>
  ${unkept(page, text)}
  <div id="log" role="log" aria-live="polite" data-say-label="conversation" aria-label="${text.conversation}">
    ${skeleton(text)}
  </div>
</main>
${composer(text)}
${data}
<script type="module" src="${addresses.script}"></script>`,
  );
}

function pageText({ consultation, say }: ChatPage, language: Language): PageText {
  const speak = say(language);
  const named = (names: Readonly<Record<string, string>>) =>
    names[language] ?? names[consultation.language] ?? '';
  const heading = named(consultation.title);
  const title = speak('page.title', { consultation: heading });
  return { ...pageWords(speak), title, heading, territory: named(consultation.territory) };
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

function skeleton(text: PageText) {
  return html`<div class="skeleton" id="skeleton">
      <p class="unseen" data-say="preparing">${text.preparing}</p>
      <div aria-hidden="true"><i></i><i></i><i></i><i></i></div>
    </div>`;
}

function composer(text: PageText) {
  return html`<footer class="composer" id="composer">
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
</footer>`;
}
