import type { Path, YamlSheet } from '../files/sheet.ts';
import type { Outline } from '../outline.ts';
import type { CatalogueProblem } from '../problem.ts';
import type { CatalogueFile, TrajectoryShape } from '../schema.ts';

/** Checks that the trajectories of a domain span its themes and its orientations, and name nothing else. */
export function checkCoverage({ sheet, themes, orientations, trajectories }: Outline): CatalogueProblem[] {
  const leaning = trajectories.flatMap((trajectory, index) =>
    trajectory === undefined
      ? []
      : among(sheet, orientations, [trajectory.orientation], ['trajectories', index, 'orientation'], one),
  );
  if (trajectories.includes(undefined)) return leaning;
  const has = (test: (trajectory: TrajectoryShape) => boolean) =>
    trajectories.some((trajectory) => trajectory !== undefined && test(trajectory));
  return [
    ...leaning,
    ...themes.flatMap((theme, index) => {
      if (has(({ tags }) => tags.includes(theme))) return [];
      const remedy = 'Tag a trajectory with it, or remove the theme.';
      const why = { code: 'theme-without', values: { value: theme } };
      return [sheet.problem(['themes', index], `no trajectory is tagged “${theme}”`, remedy, why)];
    }),
    ...orientations.flatMap((id, index) => {
      // A misspelt one may be the one that is missed: its own problem is said.
      if (leaning.length > 0 || has(({ orientation }) => orientation === id)) return [];
      const remedy = 'Give a trajectory this orientation, or remove it.';
      const why = { code: 'orientation-without', values: { value: id } };
      return [sheet.problem(['orientations', index], `no trajectory leans towards “${id}”`, remedy, why)];
    }),
  ];
}

/** Checks that the roles and the kinds of territory that trajectories name are the catalogue's. */
export function checkPeople(
  { sheet, trajectories }: Outline,
  { roles, territories }: CatalogueFile,
): CatalogueProblem[] {
  return trajectories.flatMap((trajectory, index) => {
    if (trajectory === undefined) return [];
    const path = ['trajectories', index];
    return [
      ...among(sheet, territories, trajectory.territories, [...path, 'territories'], each),
      ...trajectory.signals.flatMap(({ when }, at) =>
        'roles' in when
          ? among(sheet, roles, when.roles, [...path, 'signals', at, 'when', 'roles'], each)
          : [],
      ),
    ];
  });
}

/** Where the n-th of the names stands: a single name, or one of a list. */
const one = (path: Path): Path => path;
const each = (path: Path, index: number): Path => [...path, index];

function among(
  sheet: YamlSheet,
  known: readonly string[],
  given: readonly string[],
  path: Path,
  at: (path: Path, index: number) => Path,
): CatalogueProblem[] {
  return given.flatMap((id, index) => {
    if (known.length === 0 || known.includes(id)) return [];
    const why = { code: 'not-listed', values: { value: id, known: known.join(', ') } };
    const remedy = `Choose one of: ${known.join(', ')}.`;
    return [sheet.problem(at(path, index), `“${id}” is not known here`, remedy, why)];
  });
}
