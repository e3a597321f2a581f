import type { Problem } from './problem.ts';
import type { Outline } from './references.ts';
import type { Path, Sheet } from './sheet.ts';

/** Checks that no two questions or trajectories of the catalogue share an id: answers are kept under it. */
export function checkUnique(outlines: readonly Outline[]): Problem[] {
  const first = new Map<string, string>();
  return outlines.flatMap(named).flatMap(({ id, sheet, path }) => {
    const owner = first.get(id);
    if (owner === undefined) first.set(id, `${sheet.file}, ${path.join('.')}`);
    const message = `“${id}” is already used in ${owner}`;
    const remedy = 'Give it an id of its own, in the structure and in every language.';
    return owner === undefined ? [] : [sheet.problem([...path, 'id'], message, remedy)];
  });
}

interface Named {
  readonly id: string;
  readonly sheet: Sheet;
  readonly path: Path;
}

function named({ sheet, questions, trajectories }: Outline): Named[] {
  const list = (key: string, items: readonly ({ readonly id: string } | undefined)[]) =>
    items.flatMap((item, index) => (item === undefined ? [] : [{ id: item.id, sheet, path: [key, index] }]));
  return [...list('questions', questions), ...list('trajectories', trajectories)];
}
