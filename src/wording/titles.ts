import type { DomainId } from '#domain/catalogue/domains.ts';
import { isolate } from '#domain/catalogue/isolate.ts';
import { onPaper, packOf, primary } from '#domain/catalogue/language.ts';
import type { Answer } from '#domain/participant/answer.ts';
import type { Wording } from './wording.ts';

/** A list of words, as the language joins them: "a, b and c". */
export function listed(
  { language }: Wording,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
) {
  return new Intl.ListFormat(regional(language), { type }).format(items);
}

/** The consultation's own names, as the language has them, or its first. */
export function consultationNames({
  consultation,
  catalogue,
  language,
}: Pick<Wording, 'consultation' | 'language'> & { readonly catalogue: Pick<Wording['catalogue'], 'packs'> }) {
  const { title, territory, controller } = consultation;
  const pack = packOf(catalogue.packs, language);
  const named = (texts: Readonly<Record<string, string>>) =>
    texts[language] ??
    isolate(texts[onPaper(pack)] ?? texts[consultation.language] ?? Object.values(texts)[0] ?? '', pack);
  return { title: named(title), territory: named(territory), controller: named(controller.name) };
}

/** Whose logo it is: of who is responsible. */
export function logoName(wording: Wording): string {
  const { controller, territory } = consultationNames(wording);
  return controller || territory;
}

export const domainTitle = ({ text }: Wording, id: DomainId): string => text.domains[id]?.title ?? id;
export const questionTitle = ({ text }: Wording, id: string): string => text.questions[id]?.title ?? id;
export const trajectoryTitle = ({ text }: Wording, id: string): string => text.trajectories[id]?.title ?? id;
export const optionTitle = ({ text }: Wording, question: string, id: string): string =>
  text.questions[question]?.options?.[id] ?? id;
/** The title of a trajectory, in quotation marks. */
export const quotedTrajectory = (wording: Wording, id: string): string =>
  quoted(wording, trajectoryTitle(wording, id));
/** The title of an orientation, in quotation marks. */
export const orientationTitle = (wording: Wording, id: string): string =>
  quoted(wording, wording.text.orientations[id]?.title ?? id);

/** The domain that an orientation is of. */
export function domainOf({ catalogue }: Wording, orientation: string): DomainId {
  const domain = catalogue.domains.find(({ orientations }) => orientations.includes(orientation));
  if (domain === undefined) throw new Error(`No domain has the orientation ${orientation}`);
  return domain.id;
}

/** The title of that domain. */
export const orientationDomain = (wording: Wording, orientation: string): string =>
  domainTitle(wording, domainOf(wording, orientation));

/** The label of a point, 1 to 5. */
export const pointTitle = ({ text }: Wording, question: string, point: number): string =>
  text.questions[question]?.points?.[point - 1] ?? `${point}`;

/** What was answered to a question, in words. */
export function answerTitle(wording: Wording, question: string, answer: Answer): string {
  switch (answer.kind) {
    case 'choice':
      return optionTitle(wording, question, answer.value);
    case 'multi':
      return answer.values
        .map((id) => optionTitle(wording, question, id))
        .map((title, i) => (i === 0 ? title : within(title, wording)))
        .join(', ');
    case 'scale':
      return pointTitle(wording, question, answer.value);
    case 'text':
      return answer.value;
    case 'dont-know':
      return wording.say('card.answer.dont-know');
    case 'skipped':
      return wording.say('card.answer.skipped');
  }
}

/** A label in the middle of a sentence. */
export function within(label: string, { language }: Wording): string {
  return label.charAt(0).toLocaleLowerCase(language) + label.slice(1);
}

/** Words that begin a sentence. */
export function leading(text: string, { language }: Pick<Wording, 'language'>): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** Words as they are quoted in the language. */
export const quoted = ({ say }: Wording, text: string): string => say('card.quoted', { text });

/** A language by its own name: "English". */
export function languageTitle(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** A date as it is said where the consultation is held: "1er mars 2026". */
export const dated = (
  { language, consultation }: Pick<Wording, 'language' | 'consultation'>,
  iso: string,
): string => spokenDate(iso, language, { dateStyle: 'long' }, consultation.timeZone);

/** A date, or a moment, as the language says it. */
export function spokenDate(
  iso: string,
  language: string,
  style: Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>,
  timeZone = 'Europe/Paris',
): string {
  const said = new Intl.DateTimeFormat(regional(language), { ...style, timeZone }).format(new Date(iso));
  return primary(language) === 'fr' ? said.replace(/^1(?=\s)/, '1er') : said;
}

/** A day that is no moment, such as 2026-11-20, in words: the same wherever somebody reads it. */
export const spokenDay = (day: string, language: string): string =>
  spokenDate(`${day}T12:00:00Z`, language, { dateStyle: 'long' }, 'UTC');

/** Things of several words each, one after the other: "a; b; c". */
export function joined({ say }: Wording, items: readonly string[]): string {
  const [first = '', ...others] = items;
  return others.reduce((before, after) => say('card.joined', { before, after }), first);
}

/** English is spoken here as in Britain. */
const regional = (language: string): string => (language === 'en' ? 'en-GB' : language);
