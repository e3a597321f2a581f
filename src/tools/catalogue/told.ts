import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from '#catalogue/files/sheet.ts';
import { keysAt, within } from '#catalogue/files/within.ts';
import type { LanguagePack } from '#domain/catalogue/language.ts';

/** How much of its texts each language that stands on another tells itself: the rest is told by that one. */
export function told(root: string, packs: readonly LanguagePack[]): readonly string[] {
  return packs.flatMap(({ language, fallback }) => {
    if (fallback === undefined) return [];
    const files = readdirSync(join(root, fallback), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.yaml') && !unread.includes(file),
    );
    const parts = [
      ['content', files.filter((file) => !file.startsWith('interface'))],
      ['interface', files.filter((file) => file.startsWith('interface'))],
    ] as const;
    const counts = parts.map(([name, some]) => {
      const [own, all] = [language, fallback].map((one) => count(root, one, some));
      return `${own} of ${all} texts of the ${name}`;
    });
    return [`  ${language} tells ${counts.join(', ')}; ${fallback} tells the rest`];
  });
}

/** What is typed, and the pack. */
const unread: readonly string[] = ['words.yaml', 'asked.yaml', 'language.yaml'];

const count = (root: string, language: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + textsAt(readSheet(root, `${language}/${file}`).data, []), 0);

/** Texts and lists of labels; what people say is none. */
function textsAt(data: unknown, path: readonly string[]): number {
  const keys = keysAt(data, path);
  if (keys === undefined) return within(data, path) === undefined ? 0 : 1;
  return keys.reduce((sum, key) => (key === 'said' ? sum : sum + textsAt(data, [...path, key])), 0);
}
