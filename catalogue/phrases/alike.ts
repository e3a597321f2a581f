import { type LanguagePack, packOf } from '#domain/catalogue/language.ts';
import type { CatalogueProblem } from '../problem.ts';
import type { Message, Messages } from './messages.ts';

/** Checks that every language has the same phrases, filled by the same values; one that stands on another may leave some to it. */
export function checkAlike(read: readonly Messages[], packs: readonly LanguagePack[]): CatalogueProblem[] {
  const isComplete = ({ language }: Messages) => packOf(packs, language).fallback === undefined;
  const known = new Map<string, Message>();
  for (const message of read.filter(isComplete).flatMap(({ messages }) => [...messages.values()])) {
    if (!known.has(message.key)) known.set(message.key, message);
  }
  return [
    ...[...known.values()].flatMap((message) =>
      read.flatMap((language) => compare(message, language, isComplete(language))),
    ),
    ...read.filter((language) => !isComplete(language)).flatMap((language) => surplus(language, known)),
  ];
}

/** What is wrong with a language's version of a phrase, beside that of the first language which has it. */
function compare(
  model: Message,
  { language, messages, problems }: Messages,
  isComplete: boolean,
): CatalogueProblem[] {
  const message = messages.get(model.key);
  if (message === undefined) {
    if (!isComplete || problems.some(({ place }) => place === model.key)) return [];
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

/** A phrase that no complete language has is said by nobody. */
const surplus = ({ messages }: Messages, known: ReadonlyMap<string, Message>): CatalogueProblem[] =>
  [...messages.values()]
    .filter(({ key }) => !known.has(key))
    .map(({ key, sheet, path }) =>
      sheet.problem(path, `“${key}” is a phrase of no other language`, 'Correct its key, or remove it.'),
    );

const braced = ({ arguments: names }: Message): string =>
  names.map((name) => `{${name}}`).join(' ') || 'nothing';
