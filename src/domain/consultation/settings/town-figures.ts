import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { oneLine } from '../../conversation/one-line.ts';
import { type Part, unchanged } from './part.ts';
import { type ConsultationSettings, type SettingProblem, settingBounds, wrong } from './settings.ts';

/** How far the shares of places may be from 100 together: each was rounded. */
const roundedBy = 1;

/** The town's own figures, or everything that is wrong with them: each with the place of its field. */
export function townFiguresOf({ townFigures }: ConsultationSettings, catalogue: Catalogue): Part {
  if (townFigures === undefined) return unchanged;
  const { source, roles, territories } = townFigures ?? { source: '', roles: {}, territories: {} };
  const isEmpty = Object.keys(roles).length + Object.keys(territories).length === 0;
  const figures = { source: oneLine(source), roles, territories };
  if (isEmpty && figures.source === '') return { ...unchanged, drop: ['townFigures'] };
  const problems = [
    ...sourceProblems(figures.source),
    ...(isEmpty ? [wrong('townFigures', 'no-share', ['territories'])] : []),
    ...shareProblems('territories', territories, catalogue.territories),
    ...shareProblems('roles', roles, catalogue.roles),
    ...sumProblems(Object.values(territories)),
  ];
  const changed = problems.length === 0 ? { townFigures: figures } : {};
  return { changed, drop: ['townFigures'], problems };
}

function sourceProblems(source: string): readonly SettingProblem[] {
  const most = settingBounds.source;
  const isWrong = source.length < 2 || source.length > most;
  return isWrong ? [wrong('townFigures', 'wrong-source', ['source'], { most })] : [];
}

const shareProblems = (
  of: 'roles' | 'territories',
  shares: Readonly<Record<string, number>>,
  known: readonly string[],
): readonly SettingProblem[] =>
  Object.entries(shares).flatMap(([id, share]) => {
    if (!known.includes(id)) return [wrong('townFigures', 'unknown', [of, id], { value: id.slice(0, 80) })];
    return isShare(share) ? [] : [wrong('townFigures', 'wrong-share', [of, id])];
  });

/** What is no share is told of beside it: nothing is said of the whole then. */
function sumProblems(shares: readonly number[]): readonly SettingProblem[] {
  if (shares.length === 0 || !shares.every(isShare)) return [];
  const sum = Math.round(shares.reduce((all, one) => all + one, 0) * 10) / 10;
  return Math.abs(sum - 100) > roundedBy ? [wrong('townFigures', 'wrong-sum', ['territories'], { sum })] : [];
}

const isShare = (share: number): boolean => share >= 0 && share <= 100;
