import type { Path, YamlSheet } from '../files/sheet.ts';
import type { Outline } from '../outline.ts';
import type { CatalogueProblem } from '../problem.ts';

/** Checks that no two questions or trajectories share an id, for answers are kept under it, nor two orientations. */
export function checkUnique(outlines: readonly Outline[]): CatalogueProblem[] {
  return [...twice(outlines.flatMap(items)), ...twice(outlines.flatMap(directions))];
}

function twice(all: readonly Named[]): CatalogueProblem[] {
  const first = new Map<string, string>();
  return all.flatMap(({ id, sheet, path }) => {
    const owner = first.get(id);
    if (owner === undefined) first.set(id, `${sheet.file}, ${path.slice(0, 2).join('.')}`);
    const message = `“${id}” is already used in ${owner}`;
    const remedy = 'Give it an id of its own, in the structure and in every language.';
    return owner === undefined
      ? []
      : [sheet.problem(path, message, remedy, { code: 'id-twice', values: { value: id } })];
  });
}

interface Named {
  readonly id: string;
  readonly sheet: YamlSheet;
  readonly path: Path;
}

function items({ sheet, questions, trajectories }: Outline): Named[] {
  const list = (key: string, entries: readonly ({ readonly id: string } | undefined)[]) =>
    entries.flatMap((entry, index) =>
      entry === undefined ? [] : [{ id: entry.id, sheet, path: [key, index, 'id'] }],
    );
  return [...list('questions', questions), ...list('trajectories', trajectories)];
}

const directions = ({ sheet, orientations }: Outline): Named[] =>
  orientations.map((id, index) => ({ id, sheet, path: ['orientations', index] }));
