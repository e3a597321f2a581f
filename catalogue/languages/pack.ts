import { z } from 'zod';
import { defaultLanguage, type Language, type LanguagePack, packOf } from '#domain/catalogue/language.ts';
import { exists, foldersIn } from '../files/folder.ts';
import type { Root } from '../files/root.ts';
import { readShaped } from '../files/shape.ts';
import type { CatalogueProblem } from '../problem.ts';

const Name = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const Short = z.string().min(1).max(60);

/** `<language>/language.yaml`. */
const PackFile = z.strictObject({
  /** BCP 47. */
  tag: Name.exactOptional(),
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  name: Short,
  proposal: Short,
  asks: z.array(Short).default([]),
  reads: Name.exactOptional(),
  fallback: Name.exactOptional(),
  offered: z.boolean().default(true),
});

export interface ReadPacks {
  /** Those that tell everything, the default one first. */
  readonly languages: readonly Language[];
  /** Of each of them, then of those that stand on one of them. */
  readonly packs: readonly LanguagePack[];
  readonly problems: readonly CatalogueProblem[];
}

/** The languages that have a folder of text, with what each says of itself, and those that are `known` to stand on one of them. */
export function readPacks(root: Root, known: readonly LanguagePack[] = []): ReadPacks {
  const read = foldersIn(root)
    .filter((name) => isOfText(root, name))
    .map((language) => readPack(root, language, known));
  const own = read.map(({ pack }) => pack);
  const complete = own.filter(({ fallback }) => fallback === undefined);
  const all = complete.map(({ language }) => language).toSorted();
  const hasDefault = all.includes(defaultLanguage);
  const languages = hasDefault ? [defaultLanguage, ...all.filter((one) => one !== defaultLanguage)] : all;
  const standing = [
    ...own,
    ...known.filter(({ language }) => !own.some((one) => one.language === language)),
  ].filter(({ fallback }) => fallback !== undefined && languages.includes(fallback));
  return {
    languages,
    packs: [...languages.map((language) => packOf(complete, language)), ...standing],
    problems: [
      ...(hasDefault ? [] : [missing(root)]),
      ...read.flatMap(({ problems }) => problems),
      ...own.flatMap((pack) => unfounded(pack, languages)),
    ],
  };
}

/** A folder named like a language, or with a pack in it: others hold no text. */
const isOfText = (root: Root, name: string): boolean =>
  /^[a-z]{2}(-[A-Z]{2})?$/.test(name) ||
  (Name.safeParse(name).success && exists(root, `${name}/language.yaml`));

function readPack(root: Root, language: Language, known: readonly LanguagePack[]) {
  const file = `${language}/language.yaml`;
  const before = packOf(known, language);
  if (!exists(root, file)) return { pack: before, problems: [] };
  const { value, problems } = readShaped(root, file, PackFile, language);
  return { pack: value === undefined ? before : { language, tag: language, ...value }, problems };
}

function missing(root: Root): CatalogueProblem {
  const remedy = `Check the catalogue’s path, ${typeof root === 'string' ? root : ''}, and put the folder back.`;
  const message = 'the folder of the default language is missing';
  return { file: defaultLanguage, place: '', message, remedy, why: { code: 'no-part' } };
}

/** A language stands on one that tells everything. */
function unfounded({ language, fallback }: LanguagePack, complete: readonly Language[]): CatalogueProblem[] {
  if (fallback === undefined || complete.includes(fallback)) return [];
  return [
    {
      file: `${language}/language.yaml`,
      place: 'fallback',
      message: `“${fallback}” does not tell everything here`,
      remedy: `Choose one of: ${complete.join(', ')}.`,
      why: { code: 'not-listed', values: { value: fallback, known: complete.join(', ') } },
    },
  ];
}
