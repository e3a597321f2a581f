import { z } from 'zod';
import type { Language, LanguagePack } from '#domain/catalogue/language.ts';
import { fold } from '#domain/conversation/fold.ts';
import { Word } from '#domain/conversation/submit.ts';
import { readShaped } from '../files/shape.ts';
import type { CatalogueProblem } from '../problem.ts';

/** `<language>/words.yaml`: for each word of command, the ways to type it. */
const WordsFile = z.record(Word, z.array(z.string().min(1).max(60)).min(1));

/** What is typed, folded, to the word it stands for, in every language; no typed word may stand for two. */
export function readCommands(
  root: string,
  languages: readonly Language[],
): { readonly words: ReadonlyMap<string, Word>; readonly problems: readonly CatalogueProblem[] } {
  const meanings = new Map<string, Word>();
  const problems = languages.flatMap((language) => {
    const { sheet, value, problems } = readShaped(root, `${language}/words.yaml`, WordsFile);
    if (value === undefined) return problems;
    return Word.options.flatMap((word) =>
      value[word].flatMap((typed, index) => {
        const fault = learn(meanings, fold(typed), word);
        return fault === undefined ? [] : [sheet.problem([word, index], fault.message, fault.remedy)];
      }),
    );
  });
  return { words: meanings, problems };
}

/** What is typed, folded, to ask for a language; none may ask for two, or be a word of command. */
export function readTongues(
  packs: readonly LanguagePack[],
  words: ReadonlyMap<string, Word>,
): { readonly tongues: ReadonlyMap<string, Language>; readonly problems: readonly CatalogueProblem[] } {
  const tongues = new Map<string, Language>();
  const problems = packs.flatMap(({ language, asks }) =>
    asks.flatMap((typed, index) => {
      const fault = learn(tongues, fold(typed), language) ?? commanded(words.get(fold(typed)), typed);
      const place = `asks.${index}`;
      return fault === undefined ? [] : [{ file: `${language}/language.yaml`, place, ...fault }];
    }),
  );
  return { tongues, problems };
}

const commanded = (word: string | undefined, typed: string) =>
  word === undefined ? undefined : clash(fold(typed), word);

function learn<Meaning extends string>(meanings: Map<string, Meaning>, typed: string, word: Meaning) {
  if (typed === '') return { message: 'is empty once read', remedy: 'Write a word, or remove it.' };
  const taken = meanings.get(typed);
  if (taken === undefined || taken === word) {
    meanings.set(typed, word);
    return undefined;
  }
  return clash(typed, taken);
}

const clash = (typed: string, taken: string) => ({
  message: `“${typed}” already means ${taken}`,
  remedy: 'Keep it under one of the two, in every language.',
});
