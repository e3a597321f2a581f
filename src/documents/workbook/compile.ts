import { loadCatalogue } from '#catalogue/load.ts';
import type { CatalogueProblem } from '#catalogue/problem.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { LanguagePack } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { atCell } from './at-cell.ts';
import { checkKeys } from './check-keys.ts';
import type { DraftCell } from './draft.ts';
import { fromTables } from './from-tables.ts';
import type { Misfit } from './misfit.ts';
import type { Tables } from './table.ts';

/** Something wrong in a catalogue's sheets, at its cell; one without a cell is about the whole. */
export interface Trouble {
  readonly cell: Partial<DraftCell>;
  readonly what: { readonly misfit: Misfit } | { readonly problem: CatalogueProblem };
}

export type Compiled = { readonly catalogue: Catalogue } | { readonly troubles: readonly Trouble[] };

/**
 * The catalogue that sheets describe, by the checks of `npm run catalogue -- check`, or by as much of them as a catalogue that was
 * `accepted` before needs to be made; `packs`: the languages that are known.
 */
export function compile(
  tables: Tables,
  packs: readonly LanguagePack[],
  judged: 'written' | 'accepted' = 'written',
): Compiled {
  const misfits = checkKeys(tables);
  if (misfits.length > 0)
    return { troubles: misfits.map((misfit) => ({ cell: misfit.cell ?? {}, what: { misfit } })) };
  const draft = fromTables(tables);
  const loaded = loadCatalogue(draft.files, packs, judged);
  if ('catalogue' in loaded) return loaded;
  const troubles = loaded.problems.map((problem) => {
    const cell = draft.originOf(problem.file, problem.place) ?? sheetOf(problem.file);
    return { cell, what: { problem } };
  });
  return { troubles };
}

/** What is wrong, without its place. */
export const sayTrouble = ({ what }: Trouble, say: Say): string =>
  'misfit' in what
    ? say(`table-problem.${what.misfit.code}`, { value: what.misfit.value ?? '' })
    : sayProblem(what.problem, say);

/** The same with its place, as a spreadsheet shows it. */
export const sayTroubleAt = (trouble: Trouble, say: Say): string =>
  atCell(trouble.cell, sayTrouble(trouble, say), say);

function sayProblem({ why, message, place }: CatalogueProblem, say: Say): string {
  const isLacking = why?.code === 'missing' || why?.code === 'too-few';
  if (isLacking && parts.includes(place)) return say('catalogue-problem.domain-lacks', { what: place });
  return why === undefined ? message : say(`catalogue-problem.${why.code}`, why.values);
}

/** Of a domain: it has some of each. */
const parts: readonly string[] = ['themes', 'orientations', 'questions', 'trajectories'];

/** The sheet that what is missing in a file would stand on. */
function sheetOf(file: string): Partial<DraftCell> {
  if (file.endsWith('cross-impacts.yaml')) return { sheet: 'cross-impacts' };
  if (file.includes('domains/')) return { sheet: 'domains' };
  if (file.endsWith('common.yaml')) return { sheet: 'people' };
  return file.endsWith('glossary.yaml') ? { sheet: 'glossary' } : { sheet: 'catalogue' };
}
