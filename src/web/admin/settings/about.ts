import { textIn } from '#domain/catalogue/text-in.ts';
import { bounds, type Consultation, ConsultationCode } from '#domain/consultation/consultation.ts';
import { oneLine } from '#domain/conversation/one-line.ts';
import type { Form } from '#web/http/form.ts';
import { html, joined } from '#web/http/pages/html.ts';
import { languageTitle } from '#wording/titles.ts';
import { choose, line, pick } from '../fields.ts';
import { filled, type Read, type Step, type StepParts, ticked, within, without } from './step.ts';

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
        label: say('admin.about.title', { language: within(language, visit) }),
      };
      const where = {
        name: `territory-${language}`,
        label: say('admin.about.territory', { language: within(language, visit) }),
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
  read,
};

function read(form: Form, parts: StepParts): Read {
  const { visit, consultation, catalogue, catalogues } = parts;
  const { say } = visit;
  const languages = catalogue.languages.filter((one) => form.all('languages').includes(one));
  const kinds = catalogue.territories.filter((one) => form.all('kinds').includes(one));
  const texts = languages.flatMap((language) =>
    (['title', 'territory'] as const).map((field) => {
      const value = oneLine(form.one(`${field}-${language}`));
      return { field, language, value, isWrong: value.length < 2 || value.length > bounds.title };
    }),
  );
  const code = form.one('code').toLowerCase();
  const isCodeWrong = consultation.draft === true && code !== '' && !ConsultationCode.safeParse(code).success;
  const problems = {
    ...(languages.length === 0 && { languages: say('admin.about.no-language') }),
    ...(kinds.length === 0 && { kinds: say('admin.about.no-kind') }),
    ...(isCodeWrong && { code: say('admin.about.wrong-code') }),
    ...Object.fromEntries(
      texts
        .filter(({ isWrong }) => isWrong)
        .map(({ field, language }) => [
          `${field}-${language}`,
          say(`admin.about.wrong-${field}`, { language: within(language, visit), most: bounds.title }),
        ]),
    ),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const said = (field: 'title' | 'territory') =>
    Object.fromEntries(texts.flatMap((one) => (one.field === field ? [[one.language, one.value]] : [])));
  const chosen = consultation.draft
    ? catalogues.find(({ edition }) => edition === form.one('catalogue'))
    : undefined;
  const [language = consultation.language] = languages;
  const changed: Consultation = {
    ...without(consultation, 'languages', 'kinds'),
    title: said('title'),
    territory: said('territory'),
    language: languages.includes(consultation.language) ? consultation.language : language,
    ...(consultation.draft && code !== '' && { id: code }),
    ...(languages.length < catalogue.languages.length && { languages }),
    ...(kinds.length < catalogue.territories.length && { kinds }),
  };
  if (chosen === undefined || chosen.edition === consultation.catalogue) return { consultation: changed };
  // Another catalogue has trajectories of its own.
  return {
    consultation: {
      ...without(changed, 'trajectories', 'kinds'),
      catalogue: chosen.edition,
      domains: chosen.domains.map(({ id }) => id),
    },
  };
}
