import { defaultLanguage, type Language } from '#domain/catalogue/language.ts';
import type { Phrases, Say, Values } from '#domain/conversation/phrases.ts';
import { languagesOf } from '../files/folder.ts';
import type { CatalogueProblem } from '../problem.ts';
import { readAsked } from './asked.ts';
import { readCommands } from './commands.ts';
import { compile } from './message.ts';
import { type Message, type Messages, readMessages } from './messages.ts';

export type LoadedPhrases =
  | { readonly phrases: Phrases }
  | { readonly problems: readonly CatalogueProblem[] };

/** Reads and checks the assistant's own wording: all of it, or everything that is wrong. Never throws. */
export function loadPhrases(root: string): LoadedPhrases {
  const { languages, problems: unspoken } = languagesOf(root);
  const read = languages.map((language) => readMessages(root, language));
  const { words, problems: misheard } = readCommands(root, languages);
  const { asked, problems: unasked } = readAsked(root, languages);
  const problems = [
    ...unspoken,
    ...read.flatMap((it) => it.problems),
    ...checkAlike(read),
    ...misheard,
    ...unasked,
  ];
  if (problems.length > 0) return { problems };
  const voices = new Map(read.map(({ language, messages }) => [language, voice(language, messages)]));
  const first = voices.get(defaultLanguage);
  if (first === undefined) throw new Error(`No phrases for the default language, ${defaultLanguage}`);
  return { phrases: { languages, words, asked, say: (language) => voices.get(language) ?? first } };
}

/** Says the phrases of one language; each is made ready the first time it is said. */
function voice(language: Language, messages: ReadonlyMap<string, Message>): Say {
  const ready = new Map<string, (values: Values) => string>();
  const say: Say = (key, values = {}) => {
    const known = ready.get(key);
    if (known !== undefined) return known(values);
    const message = messages.get(key);
    if (message === undefined) throw new Error(`No phrase “${key}” in ${language}/interface`);
    const format = compile(message.elements, language, (n) => say('reading.number.feminine', { n }));
    ready.set(key, format);
    return format(values);
  };
  return say;
}

/** Checks that every language has the same phrases, filled by the same values. */
function checkAlike(read: readonly Messages[]): CatalogueProblem[] {
  const known = new Map<string, Message>();
  for (const message of read.flatMap(({ messages }) => [...messages.values()])) {
    if (!known.has(message.key)) known.set(message.key, message);
  }
  return [...known.values()].flatMap((message) => read.flatMap((language) => compare(message, language)));
}

/** What is wrong with a language's version of a phrase, beside that of the first language which has it. */
function compare(model: Message, { language, messages, problems }: Messages): CatalogueProblem[] {
  const message = messages.get(model.key);
  if (message === undefined) {
    if (problems.some(({ place }) => place === model.key)) return [];
    const file = model.sheet.file.replace(/^[^/]+/, language);
    const said = `has no phrase “${model.key}”, which stands in ${model.sheet.file}`;
    return [
      {
        file,
        place: model.key,
        message: said,
        remedy: 'Write it in this language, or remove it in the other.',
      },
    ];
  }
  if (message.arguments.join() === model.arguments.join()) return [];
  const said = `is filled by ${braced(message)}, but by ${braced(model)} in ${model.sheet.file}`;
  return [message.sheet.problem(message.path, said, 'Use the same names in every language.')];
}

const braced = ({ arguments: names }: Message): string =>
  names.map((name) => `{${name}}`).join(' ') || 'nothing';
