import { z } from 'zod';
import { textIn } from '#domain/catalogue/text-in.ts';
import { bounds } from '#domain/consultation/consultation.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import { languageTitle } from '#wording/titles.ts';
import { choose, line, pick } from '../fields.ts';
import { filled, PerLanguage, type Step, ticked } from './step.ts';

/** What it is called, where it is about, and in which languages. */
export const about: Step = {
  show(parts, sent, problems) {
    const { visit, consultation, catalogue, catalogues } = parts;
    const { say } = visit;
    const text = textIn(catalogue, visit.language);
    const spoken = ticked(sent, 'languages', consultation.languages ?? catalogue.languages);
    const names = catalogue.languages.map((language) => {
      const title = {
        name: `title-${language}`,
        label: say('admin.about.title', { language: languageWithin(language, visit.language) }),
      };
      const where = {
        name: `territory-${language}`,
        label: say('admin.about.territory', { language: languageWithin(language, visit.language) }),
      };
      return html`${line({ ...title, value: filled(sent, title.name, consultation.title[language] ?? ''), most: bounds.title, lang: language, problem: problems[title.name] })}
${line({ ...where, value: filled(sent, where.name, consultation.territory[language] ?? ''), most: bounds.title, lang: language, hint: say('admin.about.territory-hint'), problem: problems[where.name] })}`;
    });
    const isDraft = consultation.draft === true;
    return html`${choose({
      name: 'languages',
      kind: 'checkbox',
      label: say('admin.about.languages'),
      hint: say('admin.about.languages-hint'),
      values: spoken,
      choices: catalogue.languages.map((value) => ({ value, label: languageTitle(value) })),
      problem: problems.languages,
    })}
${offered(parts, sent, problems)}
${joined(names)}
${
  isDraft
    ? line({
        name: 'code',
        label: say('admin.about.code'),
        hint: say('admin.about.code-hint'),
        value: filled(sent, 'code', consultation.version === 0 ? '' : consultation.id),
        most: 40,
        problem: problems.code,
      })
    : ''
}
${choose({
  name: 'kinds',
  kind: 'checkbox',
  label: say('admin.about.kinds'),
  hint: say('admin.about.kinds-hint'),
  values: ticked(sent, 'kinds', consultation.kinds ?? catalogue.territories),
  choices: catalogue.territories.map((value) => ({ value, label: text.territories[value] ?? value })),
  problem: problems.kinds,
})}
${line({ name: 'accent', label: say('admin.about.accent'), hint: say('admin.about.accent-hint'), value: filled(sent, 'accent', consultation.accent ?? ''), most: 20, problem: problems.accent })}
${
  isDraft && catalogues.length > 1
    ? pick({
        name: 'catalogue',
        label: say('admin.about.catalogue'),
        hint: say('admin.about.catalogue-hint'),
        value: filled(sent, 'catalogue', consultation.catalogue),
        choices: catalogues.map((one) => ({
          value: one.edition,
          label: `${textIn(one, visit.language).title} (${one.version})`,
        })),
      })
    : html`<p class="quiet">${say('admin.about.one-catalogue', { title: text.title })}</p>`
}`;
  },
  read: (form, { consultation }) => form.read(consultation.draft ? Draft : Settled),
};

/** Languages that are not told whole, which people may be offered beside. */
function offered(
  { visit, consultation, catalogue }: Shown,
  sent: Parameters<Step['show']>[1],
  problems: Parameters<Step['show']>[2],
): Html {
  const standing = catalogue.packs.filter(({ fallback }) => fallback !== undefined);
  if (standing.length === 0) return html``;
  const usual = standing.filter((one) => one.offered).map(({ language }) => language);
  return choose({
    name: 'offers',
    kind: 'checkbox',
    label: visit.say('admin.about.offers'),
    hint: visit.say('admin.about.offers-hint'),
    values: ticked(sent, 'offers', consultation.offers ?? usual),
    choices: standing.map(({ language, name }) => ({ value: language, label: name })),
    problem: problems.offers,
  });
}

type Shown = Parameters<Step['show']>[0];

const Settled = z.object({
  languages: z.array(z.string()),
  offers: z.array(z.string()),
  kinds: z.array(z.string()),
  title: PerLanguage,
  territory: PerLanguage,
  accent: z.string().nullable(),
});
const Draft = Settled.extend({ code: z.string().optional(), catalogue: z.string().optional() });
