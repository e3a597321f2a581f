import { z } from 'zod';
import type { Language } from '#domain/catalogue/language.ts';
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

function learn(meanings: Map<string, Word>, typed: string, word: Word) {
  if (typed === '') return { message: 'is empty once read', remedy: 'Write a word, or remove it.' };
  const taken = meanings.get(typed);
  if (taken === undefined || taken === word) {
    meanings.set(typed, word);
    return undefined;
  }
  return {
    message: `“${typed}” already means ${taken}`,
    remedy: 'Keep it under one of the two, in every language.',
  };
}
