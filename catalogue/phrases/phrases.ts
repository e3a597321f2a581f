import { isolate } from '#domain/catalogue/isolate.ts';
import { defaultLanguage, type LanguagePack, packOf } from '#domain/catalogue/language.ts';
import type { Phrases, Say, Values } from '#domain/conversation/phrases.ts';
import { readPacks } from '../languages/pack.ts';
import type { CatalogueProblem } from '../problem.ts';
import { checkAlike } from './alike.ts';
import { readAsked } from './asked.ts';
import { readCommands, readTongues } from './commands.ts';
import { compile } from './message.ts';
import { type Messages, readMessages } from './messages.ts';

export type LoadedPhrases =
  | { readonly phrases: Phrases }
  | { readonly problems: readonly CatalogueProblem[] };

/** Reads and checks the assistant's own wording: all of it, or everything that is wrong. Never throws. */
export function loadPhrases(root: string): LoadedPhrases {
  const { languages, packs, problems: unspoken } = readPacks(root);
  const read = packs.map(({ language }) => readMessages(root, language));
  const all = packs.map(({ language }) => language);
  const { words, problems: misheard } = readCommands(root, languages);
  const { tongues, problems: confused } = readTongues(packs, words);
  const { asked, problems: unasked } = readAsked(root, all);
  const problems = [
    ...unspoken,
    ...read.flatMap((it) => it.problems),
    ...checkAlike(read, packs),
    ...misheard,
    ...confused,
    ...unasked,
  ];
  if (problems.length > 0) return { problems };
  const voices = voicesOf(read, packs);
  const first = voices.get(defaultLanguage);
  if (first === undefined) throw new Error(`No phrases for the default language, ${defaultLanguage}`);
  const say: Phrases['say'] = (language) => voices.get(language) ?? first;
  return { phrases: { languages, packs, words, tongues, asked, say } };
}

/** The complete languages come first: the others say by one of them what they have no phrase for. */
function voicesOf(read: readonly Messages[], packs: readonly LanguagePack[]): ReadonlyMap<string, Say> {
  const voices = new Map<string, Say>();
  for (const one of read) {
    const pack = packOf(packs, one.language);
    const below = pack.fallback === undefined ? undefined : voices.get(pack.fallback);
    voices.set(one.language, voice(one, pack, below));
  }
  return voices;
}

/** Says the phrases of one language; each is made ready the first time it is said. */
function voice({ language, messages }: Messages, pack: LanguagePack, below: Say | undefined): Say {
  const ready = new Map<string, (values: Values) => string>();
  const say: Say = (key, values = {}) => {
    const known = ready.get(key);
    if (known !== undefined) return known(values);
    const message = messages.get(key);
    if (message === undefined && below !== undefined) return isolate(below(key, values), pack);
    if (message === undefined) throw new Error(`No phrase “${key}” in ${language}/interface`);
    const format = compile(message.elements, pack.tag, (n) => say('reading.number.feminine', { n }));
    ready.set(key, format);
    return format(values);
  };
  return say;
}
