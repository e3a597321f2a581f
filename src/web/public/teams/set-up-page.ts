import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { html } from '#web/http/pages/html.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { hostScript } from './host-script.ts';

interface SetUpPage {
  readonly say: Say;
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly addresses: Pick<Addresses, 'base' | 'icon' | 'teamsStyle' | 'teamsScript'>;
  readonly frameAncestors: readonly string[];
}

/** Where whoever adds the tab to a channel, a chat or a meeting says which consultation it shows; Teams shows its own button to go on. */
export function setUpPage(page: SetUpPage): string {
  const { say, language, addresses } = page;
  return document(
    {
      language,
      title: say('teams.tab.set-up.title'),
      addresses: { ...addresses, style: addresses.teamsStyle },
      links: hostScript(page),
    },
    html`
<main id="content" class="reading">
<h1>${say('teams.tab.set-up.title')}</h1>
<label for="code">${say('teams.tab.set-up.code')}</label>
<p class="quiet" id="how">${say('teams.tab.set-up.how')}</p>
<input id="code" autocomplete="off" spellcheck="false" aria-describedby="how found">
<p id="found" role="status" data-unknown="${say('teams.tab.set-up.unknown')}" data-known="${say('teams.tab.set-up.known')}"></p>
<noscript><p>${say('page.noscript')}</p></noscript>
</main>
${legalLinks(say, language, { isWithin: true })}`,
  );
}
