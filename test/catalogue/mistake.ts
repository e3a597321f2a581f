import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { CatalogueProblem } from '#catalogue/problem.ts';
import { catalogueFolder, type Workbench, workbench } from './workbench.ts';

/** A mistake: what is replaced in which file, and the one problem it must lead to (the line is that of the change). */
export interface Mistake {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Lines between the beginning of the change and the line to blame. */
  readonly below?: number;
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** Makes the mistake in a copy of the catalogue: what is found in the file, and the one problem that should be. */
export function made(mistake: Mistake): { found: readonly CatalogueProblem[]; expected: CatalogueProblem } {
  const { file, place, message, remedy, below = 0 } = mistake;
  const bench = workbench();
  const line = bench.edit(file, mistake.from, mistake.to) + below;
  const found = problemsOf(bench).filter((problem) => problem.file === file);
  return { found, expected: { file, line, place, message, remedy } };
}

/** Without what the facilitator's space says of it, once that can be said in every language. */
function bare({ why, ...problem }: CatalogueProblem): CatalogueProblem {
  for (const language of ['fr', 'en']) {
    if (why !== undefined) phrases.say(language)(`catalogue-problem.${why.code}`, why.values);
    else if (!problem.message.startsWith('is not well-formed YAML'))
      throw new Error(`Nothing to say in ${language} of: ${problem.message}`);
  }
  return problem;
}

const spoken = loadPhrases(catalogueFolder);
if ('problems' in spoken) throw new Error('No phrases');
const { phrases } = spoken;

export function problemsOf({ folder }: Workbench): readonly CatalogueProblem[] {
  const loaded = loadCatalogue(folder);
  return 'problems' in loaded ? loaded.problems.map(bare) : [];
}
