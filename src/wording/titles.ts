import type { View } from '#cards/view.ts';
import type { DomainId } from '../domain/catalogue/domains.ts';
import type { Answer } from '../domain/participant/answer.ts';

/** A list of words, as the language joins them: "a, b and c". */
export function listed(
  { language }: View,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
) {
  return new Intl.ListFormat(regional(language), { type }).format(items);
}

export const domainTitle = ({ text }: View, id: DomainId): string => text.domains[id]?.title ?? id;
export const questionTitle = ({ text }: View, id: string): string => text.questions[id]?.title ?? id;
export const trajectoryTitle = ({ text }: View, id: string): string => text.trajectories[id]?.title ?? id;
export const optionTitle = ({ text }: View, question: string, id: string): string =>
  text.questions[question]?.options?.[id] ?? id;
/** The title of an orientation, in quotation marks. */
export const orientationTitle = (view: View, id: string): string =>
  quoted(view, view.text.orientations[id]?.title ?? id);

/** The domain that an orientation is of. */
export function domainOf({ catalogue }: View, orientation: string): DomainId {
  const domain = catalogue.domains.find(({ orientations }) => orientations.includes(orientation));
  if (domain === undefined) throw new Error(`No domain has the orientation ${orientation}`);
  return domain.id;
}

/** The title of that domain. */
export const orientationDomain = (view: View, orientation: string): string =>
  domainTitle(view, domainOf(view, orientation));

/** The label of a point, 1 to 5. */
export const pointTitle = ({ text }: View, question: string, point: number): string =>
  text.questions[question]?.points?.[point - 1] ?? `${point}`;

/** What was answered to a question, in words. */
export function answerTitle(view: View, question: string, answer: Answer): string {
  switch (answer.kind) {
    case 'choice':
      return optionTitle(view, question, answer.value);
    case 'multi':
      return answer.values
        .map((id) => optionTitle(view, question, id))
        .map((title, i) => (i === 0 ? title : within(title, view)))
        .join(', ');
    case 'scale':
      return pointTitle(view, question, answer.value);
    case 'text':
      return answer.value;
    case 'dont-know':
      return view.say('card.answer.dont-know');
    case 'skipped':
      return view.say('card.answer.skipped');
  }
}

/** A label in the middle of a sentence. */
export function within(label: string, { language }: View): string {
  return label.charAt(0).toLocaleLowerCase(language) + label.slice(1);
}

/** Words as they are quoted in the language. */
export const quoted = ({ say }: View, text: string): string => say('card.quoted', { text });

/** A language by its own name: "English". */
export function languageTitle(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** A date as it is said where the consultation is held: "1er mars 2026". */
export const dated = ({ language, consultation }: View, iso: string): string =>
  spokenDate(iso, language, { dateStyle: 'long' }, consultation.timeZone);

/** A date, or a moment, as the language says it. */
export function spokenDate(
  iso: string,
  language: string,
  style: Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>,
  timeZone = 'Europe/Paris',
): string {
  const said = new Intl.DateTimeFormat(regional(language), { ...style, timeZone }).format(new Date(iso));
  return language === 'fr' ? said.replace(/^1(?=\s)/, '1er') : said;
}

/** Things of several words each, one after the other: "a; b; c". */
export function joined({ say }: View, items: readonly string[]): string {
  const [first = '', ...others] = items;
  return others.reduce((before, after) => say('card.joined', { before, after }), first);
}

/** English is spoken here as in Britain. */
const regional = (language: string): string => (language === 'en' ? 'en-GB' : language);
