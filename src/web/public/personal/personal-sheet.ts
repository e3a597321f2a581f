import { personalPicture } from '#documents/personal/personal-picture.ts';
import { document, type Head } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { personalSentences } from '#wording/personal/personal-lines.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import { personalDetails } from './personal-details.ts';
import type { PersonalPaper } from './personal-paper.ts';

interface Sheet extends PersonalPaper {
  readonly addresses: Head['addresses'];
  /** Where the same is as data, and as words to keep. */
  readonly data: string;
  readonly words: string;
}

/** All of them stand on one sheet below the sentences, whatever their titles. */
const most = 12;

/** A person's scenario as a page: a few sentences and one picture, which print on one sheet; the details below, on the screen alone. */
export function personalSheet(sheet: Sheet): string {
  const { wording, scenario, addresses, at, data, words } = sheet;
  const { say, language } = wording;
  return document(
    { language, title: say('card.personal.heading'), addresses },
    html`
<main class="personal">
<h1>${say('card.personal.heading')}</h1>
<p class="quiet">${consultationNames(wording).title} · ${dated(wording, at)}</p>
${joined(personalSentences(sheet, wording).map((sentence) => html`<p>${sentence}</p>`))}
${picture(sheet)}
<p class="quiet">${say('card.personal.yours')}</p>
<p class="screen"><a href="${words}" download>${say('page.sheet.words')}</a> · <a href="${data}" download>${say('page.sheet.data')}</a></p>
<div class="screen">${personalDetails({ ...sheet, scenario })}</div>
</main>
${legalLinks(say, language)}`,
  );
}

function picture({ scenario, wording }: Sheet): Html {
  const drawn = personalPicture(scenario, most, wording);
  if (drawn === undefined) return html``;
  return html`<h2>${wording.say('card.personal.picture')}</h2><figure>${{ html: drawn.svg }}</figure>`;
}
