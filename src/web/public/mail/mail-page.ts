import { mailWishes } from '#domain/records/mail-contact.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import type { Spoken } from '#web/http/pages/word-page.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** Somebody leaves an address, apart from the conversation; `given`: as it was sent, with what is wrong with it. */
export function askPage(
  wording: Wording,
  spoken: Spoken,
  given: { readonly address: string; readonly problem?: string },
): string {
  const { say } = spoken;
  const { title } = consultationNames(wording);
  const described =
    given.problem === undefined ? html`` : html` aria-invalid="true" aria-describedby="problem"`;
  const wishes = mailWishes.map(
    (wish) =>
      html`<label><input type="checkbox" name="wishes" value="${wish}" checked> ${say(`mail.ask.${wish}`)}</label>`,
  );
  const form = html`<p>${say('mail.ask.lead', { title })}</p>
${given.problem === undefined ? '' : html`<p id="problem" role="alert">${given.problem}</p>`}
<form method="post">
<p><label for="address">${say('mail.ask.address')}</label><br><input id="address" name="address" type="email" autocomplete="email" required maxlength="254" value="${given.address}"${described}></p>
<fieldset><legend>${say('mail.ask.wishes')}</legend>${joined(wishes)}</fieldset>
<p>${say('mail.ask.apart')} ${say('mail.ask.until')}</p>
<p><button type="submit" class="way">${say('mail.ask.do')}</button></p>
</form>${back(wording, spoken)}`;
  return page(say('mail.ask.title'), form, spoken);
}

/** Asks once, so that nothing happens to whoever's mailbox only looks at a link. */
export function surePage(what: 'confirm' | 'end', wording: Wording, spoken: Spoken): string {
  const { say } = spoken;
  const { title } = consultationNames(wording);
  const form = html`<p>${say('mail.ask.lead', { title })}</p>
<form method="post"><p><button type="submit" class="way">${say(`mail.ask.${what}.do`)}</button></p></form>`;
  return page(say(`mail.ask.${what}.title`), form, spoken);
}

/** What became of it. */
export function donePage(what: 'check' | 'confirmed' | 'ended', wording: Wording, spoken: Spoken): string {
  const { say } = spoken;
  const body = html`<p>${say(`mail.ask.${what}.what`)}</p>${back(wording, spoken)}`;
  return page(say(`mail.ask.${what}.title`), body, spoken);
}

/** A link that says nothing any more. */
export const pastPage = (wording: Wording, spoken: Spoken): string =>
  page(
    spoken.say('mail.ask.title'),
    html`<p>${spoken.say('mail.ask.past')}</p>
<p><a class="way" href="/c/${wording.consultation.id}/prevenir">${spoken.say('mail.ask.title')}</a></p>`,
    spoken,
  );

const back = ({ consultation }: Wording, { say }: Spoken): Html =>
  html`<p><a href="/c/${consultation.id}">${say('mail.ask.back')}</a></p>`;

function page(title: string, body: Html, { language, say, addresses }: Spoken): string {
  return document(
    { language, addresses, title },
    html`
<main class="missing ask">
<h1>${title}</h1>
${body}
</main>
${legalLinks(say, language)}`,
  );
}
