import { basename, join } from 'node:path';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Catalogues, cataloguesOf } from '#domain/catalogue/catalogues.ts';
import { exists, foldersIn } from './files/folder.ts';
import { readPacks } from './languages/pack.ts';
import { loadCatalogue } from './load.ts';
import type { CatalogueProblem } from './problem.ts';

export type LoadedCatalogues =
  | { readonly catalogues: Catalogues }
  | { readonly problems: readonly CatalogueProblem[] };

/**
 * Reads and checks the program's own catalogue and those of `folder`, which come first: it is the folder of one
 * catalogue, or of several side by side. Never throws.
 */
export function loadCatalogues(own: string, folder?: string): LoadedCatalogues {
  const roots = folder === undefined ? [] : rootsIn(folder);
  const { packs } = readPacks(own);
  const loaded = [...roots, own].map((root) => ({ root, ...loadCatalogue(root, packs) }));
  const problems = [
    ...(folder !== undefined && roots.length === 0 ? [nothingIn(folder)] : []),
    ...loaded.flatMap((one) => ('problems' in one ? one.problems.map(within(one.root, roots)) : [])),
    ...loaded.flatMap((one, index) =>
      'catalogue' in one ? alike(one.root, one.catalogue, loaded.slice(0, index)) : [],
    ),
  ];
  const [first, ...others] = loaded.flatMap((one) => ('catalogue' in one ? [one.catalogue] : []));
  if (first === undefined || problems.length > 0) return { problems };
  return { catalogues: cataloguesOf([first, ...others]) };
}

const mark = 'catalogue.yaml';

/** What an import keeps of a folder, or has not finished, is no catalogue to serve. */
function rootsIn(folder: string): string[] {
  if (exists(folder, mark)) return [folder];
  return foldersIn(folder)
    .filter((name) => !/\.(before|new)-/.test(name))
    .map((name) => join(folder, name))
    .filter((root) => exists(root, mark));
}

function nothingIn(folder: string): CatalogueProblem {
  return {
    file: folder,
    place: '',
    message: `holds no ${mark}, and no folder that holds one`,
    remedy: 'Check the path in CATALOGUE_DIR, or make a catalogue with `npm run catalogue -- new`.',
  };
}

/** Says in which of several folders a file stands. */
const within = (root: string, roots: readonly string[]) => (problem: CatalogueProblem) =>
  roots.length > 0 ? { ...problem, file: join(basename(root), problem.file) } : problem;

/** Answers are kept under a catalogue's id and version: two of the same could not be told apart. */
function alike(
  root: string,
  { id, version }: Catalogue,
  earlier: readonly ({ root: string } & ReturnType<typeof loadCatalogue>)[],
): CatalogueProblem[] {
  const twin = earlier.find(
    (other) => 'catalogue' in other && other.catalogue.id === id && other.catalogue.version === version,
  );
  if (twin === undefined) return [];
  return [
    {
      file: join(basename(twin.root), mark),
      place: 'id',
      message: `“${id}” ${version} is also the catalogue of ${root}`,
      remedy: 'Give it an id of its own, or another version.',
    },
  ];
}
