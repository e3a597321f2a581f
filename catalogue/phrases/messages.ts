import IntlMessageFormat from 'intl-messageformat';
import type { Language } from '#domain/catalogue/language.ts';
import { yamlFilesIn } from '../files/folder.ts';
import { type Path, readSheet, type YamlSheet } from '../files/sheet.ts';
import { typeset } from '../files/typography.ts';
import { keysAt, within } from '../files/within.ts';
import type { CatalogueProblem } from '../problem.ts';
import { argumentsOf, type MessageElement } from './message.ts';

/** One phrase as it stands in a file: parsed, not yet ready to format. */
export interface Message {
  readonly key: string;
  readonly elements: readonly MessageElement[];
  /** Names of what fills it, sorted. */
  readonly arguments: readonly string[];
  readonly sheet: YamlSheet;
  readonly path: Path;
}

export interface Messages {
  readonly language: Language;
  readonly messages: ReadonlyMap<string, Message>;
  readonly problems: readonly CatalogueProblem[];
}

/** Every phrase of one language, from all the files of its `interface` folder. */
export function readMessages(root: string, language: Language): Messages {
  const messages = new Map<string, Message>();
  const folder = `${language}/interface`;
  const problems = yamlFilesIn(root, folder)
    .map((name) => readSheet(root, `${folder}/${name}`))
    .flatMap((sheet) => [...sheet.problems, ...collect(sheet, [], language, messages)]);
  return { language, messages, problems };
}

/** Walks nested maps down to their texts; the way there, joined by dots, is a phrase's key. */
function collect(
  sheet: YamlSheet,
  path: Path,
  language: Language,
  into: Map<string, Message>,
): CatalogueProblem[] {
  const keys = keysAt(sheet.data, path);
  if (keys !== undefined) return keys.flatMap((key) => collect(sheet, [...path, key], language, into));
  const text = within(sheet.data, path);
  if (path.length === 0 && (text === null || text === undefined)) return [];
  if (typeof text !== 'string' || text.trim() === '') {
    return [
      sheet.problem(
        path,
        'should be a text',
        'Write a text here, in quotes if it looks like a number or true.',
      ),
    ];
  }
  return add(sheet, path, typeset(text.trim(), language), language, into);
}

function add(
  sheet: YamlSheet,
  path: Path,
  text: string,
  language: Language,
  into: Map<string, Message>,
): CatalogueProblem[] {
  const key = path.join('.');
  const twin = into.get(key);
  if (twin !== undefined) {
    const message = `“${key}” already stands in ${twin.sheet.file}`;
    return [sheet.problem(path, message, 'Keep one of the two.')];
  }
  const parsed = parse(text, language);
  if ('fault' in parsed) {
    const remedy = 'Check the braces, and that every plural and select has an `other`.';
    return [sheet.problem(path, `is no ICU message: ${parsed.fault}`, remedy)];
  }
  into.set(key, { key, elements: parsed.elements, arguments: argumentsOf(parsed.elements), sheet, path });
  return [];
}

/** Angle brackets are plain text: nothing here is markup. */
function parse(
  text: string,
  language: Language,
): { elements: readonly MessageElement[] } | { fault: string } {
  // Most phrases are plain, and there are thousands: the parser has nothing to find in them.
  if (!/[{}']/.test(text)) return { elements: [{ type: 0, value: text }] };
  try {
    return { elements: new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
