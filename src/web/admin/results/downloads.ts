import { type Format, formats } from '#documents/export-file.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import { tabAddress } from '../frame.ts';
import type { AdminVisit } from '../visit.ts';

/** Every file that a result can be taken away as, in each language. */
export function downloads(its: Consultation, visit: AdminVisit): Html {
  const { say, languages } = visit;
  const to = (format: Format, language: string) =>
    html`<a href="${tabAddress(its.id, 'results')}/export/${format}?lang=${language}" hreflang="${language}" download>${say(
      'outcome.download.in',
      { format: say(`outcome.download.${format}.name`), language: languageWithin(language, visit.language) },
    )}</a>`;
  const isOpen = its.minGroup >= minGroups.public;
  const item = (format: Format) => {
    const ways =
      format === 'zip' && !isOpen
        ? html`<p>${say('outcome.download.no-open-data', { least: minGroups.public })}</p>`
        : html`<p class="paths">${joined(
            languages.map((language) => to(format, language)),
            ' ',
          )}</p>`;
    return html`<li><h3>${say(`outcome.download.${format}.name`)}</h3><p class="quiet">${say(`outcome.download.${format}.what`)}</p>${ways}</li>`;
  };
  return html`<section id="telecharger"><h2>${say('outcome.download.title')}</h2>
<p>${say('outcome.download.lead')}</p>
<ul class="downloads">${joined(formats.map(item))}</ul></section>`;
}
