import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { loadCatalogue } from '#catalogue/load.ts';
import type { CatalogueProblem } from '#catalogue/problem.ts';
import type { Draft } from '#documents/workbook/draft.ts';

export type Written =
  | { readonly outcome: 'written'; readonly before?: string }
  | { readonly outcome: 'refused'; readonly problems: readonly CatalogueProblem[] };

/**
 * Puts a catalogue's files in a folder, once they are found right: they are written beside it, checked, then take its
 * place in one move. What the folder was is kept under the name that is given back; its other files come along.
 */
export function writeFolder(
  draft: Draft,
  dir: string,
  comments: (file: string) => string = () => '',
): Written {
  const target = resolve(dir);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(`${target}.new-`);
  try {
    if (existsSync(target)) cpSync(target, fresh, { recursive: true });
    clear(fresh);
    for (const [file, data] of draft.files) {
      mkdirSync(dirname(join(fresh, file)), { recursive: true });
      writeFileSync(join(fresh, file), comments(file) + stringify(data, { lineWidth: 100 }));
    }
    const loaded = loadCatalogue(fresh);
    if ('problems' in loaded) return { outcome: 'refused', problems: loaded.problems };
    if (!existsSync(target)) {
      renameSync(fresh, target);
      return { outcome: 'written' };
    }
    const before = `${target}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    renameSync(target, before);
    renameSync(fresh, target);
    return { outcome: 'written', before };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Takes away the files that a catalogue is made of, for a domain or a language may have left it. */
function clear(folder: string): void {
  const languages = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && /^[a-z]{2}(-[A-Z]{2})?$/.test(entry.name),
  );
  for (const part of ['.', ...languages.map(({ name }) => name)])
    for (const name of ['catalogue.yaml', 'common.yaml', 'cross-impacts.yaml', 'domains'])
      rmSync(join(folder, part, name), { recursive: true, force: true });
}
