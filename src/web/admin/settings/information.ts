import { z } from 'zod';
import { textIn } from '#domain/catalogue/text-in.ts';
import { inUse } from '#domain/consultation/content/in-use.ts';
import { lastDayOf } from '#domain/consultation/end-of.ts';
import type { UsualInformation } from '#domain/consultation/settings/information.ts';
import { settingBounds } from '#domain/consultation/settings/settings.ts';
import { examines } from '#domain/participant/examining.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { informationText } from '#wording/information/information.ts';
import { disagreements } from '#wording/settings/information-agreement.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import type { Wording } from '#wording/wording.ts';
import { area } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { day, named } from '../said.ts';
import { filled, PerLanguage, type Step, type StepParts } from './step.ts';

type ViewOf = AdminOptions['viewOf'];

/** What people read before they agree, then all of it as they will see it. */
export function information(viewOf: ViewOf, usual: UsualInformation): Step {
  return {
    show(parts, sent, problems) {
      const { visit, consultation, catalogue } = parts;
      const { say } = visit;
      const spoken = inUse(catalogue, consultation).languages;
      const fields = spoken.map((language) => {
        const name = `information-${language}`;
        const kept = consultation.information?.[language] ?? usual(consultation, language);
        return area({
          name,
          label: say('admin.information.text', { language: languageWithin(language, visit.language) }),
          hint: say('admin.information.hint'),
          value: filled(sent, name, kept),
          rows: 14,
          most: settingBounds.information,
          lang: language,
          problem: problems[name],
        });
      });
      const told = (language: string) => viewOf(consultation, language);
      return html`${disagreeing(spoken, told, visit)}${joined(fields)}${preview(parts, viewOf)}`;
    },
    read: (form) => form.read(Information),
  };
}

/** What the texts of this consultation say otherwise than its settings. */
function disagreeing(
  languages: readonly string[],
  told: (language: string) => Wording,
  visit: StepParts['visit'],
): Html {
  const { say } = visit;
  const all = languages.flatMap((language) =>
    disagreements(told(language)).map(
      ({ about, said, now }) =>
        html`<li>${say(`dates.information.${about}`, { said, now, language: languageWithin(language, visit.language) })}</li>`,
    ),
  );
  return all.length === 0
    ? html``
    : html`<div class="notice" role="note"><p><strong>${say('dates.information.title')}</strong></p><ul>${joined(all)}</ul></div>`;
}

const Information = z.object({ information: PerLanguage });

function preview({ visit, consultation, catalogue: whole }: StepParts, viewOf: ViewOf): Html {
  const { say, language } = visit;
  const catalogue = inUse(whole, consultation);
  const text = textIn(catalogue, language);
  const { timeZone } = consultation;
  const domains = catalogue.domains.filter(({ id }) => consultation.domains.includes(id));
  const opens = say('admin.information.opens', { day: day(consultation.opensAt, visit, timeZone) });
  const last = lastDayOf(consultation);
  const until =
    last === undefined
      ? say('admin.information.no-end')
      : say('admin.information.closes', { day: day(last, visit, timeZone) });
  const paragraphs = informationText(viewOf(consultation, language)).split(/\n+/);
  return html`<section class="preview" aria-labelledby="preview"><h2 id="preview">${say('admin.information.preview')}</h2>
<p class="lead"><b>${named(consultation.title, visit)}</b><br>${named(consultation.territory, visit)}</p>
<p>${opens} ${until}</p>
<blockquote>${joined(paragraphs.map((one) => html`<p>${one}</p>`))}</blockquote>
${joined(
  domains.map(
    (domain) =>
      html`<details><summary>${say('admin.information.domain', {
        domain: text.domains[domain.id]?.title ?? domain.id,
        questions: domain.questions.length,
        shown: examines(domain),
        all: domain.trajectories.length,
      })}</summary><ul>${joined(
        domain.trajectories.map((one) => html`<li>${text.trajectories[one.id]?.title ?? one.id}</li>`),
      )}</ul></details>`,
  ),
)}</section>`;
}
