import { readFileSync } from 'node:fs';
import { zipped } from '#documents/tables/zipped.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { ManifestFacts, PackageProblem } from './facts.ts';
import { fileOf, localisationOf, manifestOf } from './manifest.ts';
import { Localisation, Manifest } from './manifest-schema.ts';

/** The Teams app package, a zip: the same bytes for the same input. A text that Teams would refuse is told instead. */
export function makePackage(
  facts: ManifestFacts,
  phrases: Phrases,
  { color, outline }: Icons,
): { readonly zip: Uint8Array } | { readonly problems: readonly PackageProblem[] } {
  const texts = phrases.languages.map(
    (language) => [language, localisationOf(phrases.say(language))] as const,
  );
  const problems = texts.flatMap(([language, localisation]) => misfits(language, localisation));
  if (problems.length > 0) return { problems };
  const files = {
    'manifest.json': written(Manifest.parse(manifestOf(facts, phrases))),
    ...Object.fromEntries(texts.map(([language, localisation]) => [fileOf(language), written(localisation)])),
    'color.png': color,
    'outline.png': outline,
  };
  return { zip: zipped(files) };
}

const written = (data: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);

/** The wording is free to change, in as many languages as one likes; what Teams takes is not. */
function misfits(language: Language, localisation: Localisation): PackageProblem[] {
  const issues = Localisation.safeParse(localisation).error?.issues ?? [];
  return issues.map(({ path, message }) => ({
    message: `${fileOf(language)} ${String(path[0])} ${message}`,
    remedy: `Change the text in catalogue/${language}/interface/teams.yaml.`,
  }));
}

/** The two pictures of a Teams app, as PNG: 192 pixels a side in colour, 32 in white on nothing. */
interface Icons {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

export const readIcons = (): Icons => ({ color: icon('color'), outline: icon('outline') });

const icon = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../deployment/teams/${name}.png`, import.meta.url));
