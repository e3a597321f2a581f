import { textIn } from '#domain/catalogue/text-in.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { inUse } from '#domain/consultation/in-use.ts';
import { justBefore } from '#domain/consultation/local-day.ts';
import { examines } from '#domain/participant/examining.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { informationText } from '#wording/information.ts';
import type { Wording } from '#wording/wording.ts';
import { area } from '../fields.ts';
import { day, named } from '../said.ts';
import { filled, type Read, type Step, type StepParts, within, without } from './step.ts';

const most = 3_000;

/** How a consultation reads to a person who comes to its page. */
export type ViewOf = (consultation: Consultation, language: string) => Wording;

/** What people read before they agree, then all of it as they will see it. */
export function information(viewOf: ViewOf): Step {
  const usual = (consultation: Consultation, language: string) =>
    informationText(viewOf(without(consultation, 'information'), language));
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
          label: say('admin.information.text', { language: within(language, visit) }),
          hint: say('admin.information.hint'),
          value: filled(sent, name, kept),
          rows: 14,
          most,
          lang: language,
          problem: problems[name],
        });
      });
      return html`${joined(fields)}${preview(parts, viewOf)}`;
    },
    read(form: Form, { visit, consultation, catalogue }: StepParts): Read {
      const { say } = visit;
      const texts = inUse(catalogue, consultation).languages.map((language) => ({
        language,
        text: form.text(`information-${language}`).replaceAll('\r\n', '\n').trim(),
      }));
      const problems = Object.fromEntries(
        texts.flatMap(({ language, text }) =>
          text.length > most
            ? [[`information-${language}`, say('admin.information.too-long', { most })]]
            : [],
        ),
      );
      if (Object.keys(problems).length > 0) return { problems };
      // What says nothing else than the words that come with the program follows the settings by itself.
      const own = texts.filter(({ language, text }) => text !== '' && text !== usual(consultation, language));
      return {
        consultation: {
          ...without(consultation, 'information'),
          ...(own.length > 0 && {
            information: Object.fromEntries(own.map(({ language, text }) => [language, text])),
          }),
        },
      };
    },
  };
}

function preview({ visit, consultation, catalogue: whole }: StepParts, viewOf: ViewOf): Html {
  const { say, language } = visit;
  const catalogue = inUse(whole, consultation);
  const text = textIn(catalogue, language);
  const { timeZone } = consultation;
  const domains = catalogue.domains.filter(({ id }) => consultation.domains.includes(id));
  const opens = say('admin.information.opens', { day: day(consultation.opensAt, visit, timeZone) });
  const until =
    consultation.closesAt === undefined
      ? say('admin.information.no-end')
      : say('admin.information.closes', { day: day(justBefore(consultation.closesAt), visit, timeZone) });
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
