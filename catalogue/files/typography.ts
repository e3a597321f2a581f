import type { Language } from '#domain/catalogue/language.ts';

const noBreak = '\u00a0';

/** Sets a text as it is printed in its language: authors type plain spaces and straight apostrophes. */
export function typeset(text: string, language: Language): string {
  const common = withUnits(text.replaceAll('...', '…'));
  return language.startsWith('fr') ? french(common) : english(common);
}

/** A number and its unit stay on one line: "3 minutes", and in a phrase "# minutes" and "{n} minutes". */
const withUnits = (text: string): string => text.replace(numbered, noBreak);

/** The space between a number, or what stands for one, and what it counts in. */
const numbered =
  /(?<=[\d#}]) +(?=(?:minutes?|heures?|secondes?|jours?|mois|ans?|années?|km|kilomètres?|mètres?|euros?|degrés|caractères?|signes?|Ko|points|hours?|seconds?|days?|months?|years?|miles|characters?|signs?|KB|degrees)(?![\p{L}\p{N}]))/gu;

/** Sets every text within data of any shape; keys stay. */
export function typesetAll(data: unknown, language: Language): unknown {
  if (typeof data === 'string') return typeset(data, language);
  if (Array.isArray(data)) return data.map((item) => typesetAll(item, language));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typesetAll(value, language)]));
}

/** No-break spaces inside quotation marks, between thousands and before tall signs; `::` is left, it opens a format in a phrase. */
function french(text: string): string {
  return text
    .replaceAll("'", '’')
    .replace(/ +(?=[;!?»%€]|:(?!:))/g, noBreak)
    .replace(/« +/g, `«${noBreak}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, noBreak);
}

/** Curly quotation marks; an apostrophe closes unless it stands before a word. */
function english(text: string): string {
  return text
    .replace(/(^|[\s(“])'(?=\S)/g, '$1‘')
    .replaceAll("'", '’')
    .replace(/"([^"]*)"/g, '“$1”');
}
