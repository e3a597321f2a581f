import type {
  CrossTabulation,
  CrossTabulationBlock,
  CrossTabulationRow,
} from '#domain/results/cross-tabulation.ts';
import { knownIn, type ResultState } from '#domain/results/group-scenario.ts';
import { type Interval, wilson } from '../agreement.ts';
import { byRole, byTerritory, opinionsOn, type Tally } from '../tally/tally.ts';
import { membershipIn, type Opinions, type SuppressedTable, suppressCells } from './cell-suppression.ts';
import { enoughApart } from './enough-apart.ts';
import { isSafeUpdate } from './safe-update.ts';

/**
 * Opinions by role and by kind of territory, beside a final result. `before`: those that stood beside the one it replaces, where
 * some did; when too few people changed in a row (see `isSafeUpdate`), they stay as they were, so that two results cannot be
 * subtracted to read one person.
 */
export function crossTabulate(
  tally: Tally,
  { at, scenario }: ResultState,
  minGroup: number,
  before: CrossTabulation['rows'] = [],
): CrossTabulation['rows'] {
  const earlier = new Map(before.map((row) => [row.trajectory, row]));
  const now = knownIn(scenario).map(({ trajectory }) => {
    const last = earlier.get(trajectory);
    earlier.delete(trajectory);
    const block = (of: Kind) => latest(last?.[of], tableOf(tally, trajectory, of), at, minGroup);
    return { trajectory, roles: block('roles'), territories: block('territories') };
  });
  return [...now, ...earlier.values()];
}

/** What those of one category make of a trajectory; no figures: they may not be shown. */
export interface CategoryView {
  readonly trajectory: string;
  readonly at: string;
  readonly figures: CategoryFigures | null;
}

interface CategoryFigures {
  /** People who gave a stance. */
  readonly n: number;
  /** Shares of n, 0..1, with Wilson 95 % intervals. */
  readonly favour: Interval & { readonly share: number };
  readonly against: (Interval & { readonly share: number }) | null;
  /** People who don't know, and their share of all who examined it. */
  readonly dontKnow: { readonly n: number; readonly share: number } | null;
}

/** Every trajectory on which rows were shown, as those of one role or kind of territory see it. */
export function categoryView(
  { rows }: Pick<CrossTabulation, 'rows'>,
  { of, id }: { readonly of: Kind; readonly id: string },
): readonly CategoryView[] {
  return rows.map(({ trajectory, [of]: { at, rows: its } }) => {
    const row = its[id] ?? null;
    return { trajectory, at, figures: row && figuresOf(row) };
  });
}

type Kind = 'roles' | 'territories';

function figuresOf({ for: wish, others, against, dontKnow }: CrossTabulationRow): CategoryFigures {
  const n = wish + others;
  const shareOf = (count: number) => ({ share: count / n, ...wilson(count, n) });
  return {
    n,
    favour: shareOf(wish),
    against: against === null ? null : shareOf(against),
    dontKnow: dontKnow === null ? null : { n: dontKnow, share: dontKnow / (n + dontKnow) },
  };
}

/** Those who did not say where they live take part in the hiding, and are left out. */
function latest(
  before: CrossTabulationBlock | undefined,
  given: SuppressedTable,
  at: string,
  minGroup: number,
): CrossTabulationBlock {
  const { [unsaid]: _, ...rows } = Object.fromEntries(suppressCells(given, minGroup));
  const now = { at, whole: given.whole, rows };
  const isSafe = before === undefined || isSafeUpdate(before, now, given.membership, enoughApart(minGroup));
  return isSafe ? now : before;
}

function tableOf(tally: Tally, trajectory: string, of: Kind): SuppressedTable {
  const whole = opinionsOn(tally, trajectory);
  const { cells, columns } = of === 'roles' ? byRole(tally, trajectory) : byTerritory(tally, trajectory);
  const rows = new Map([...tally[of].keys()].map((id, i) => [id, opinions(cells[i])]));
  if (of === 'roles') return { whole, rows, membership: membershipIn(whole, rows.values()) };
  const left = opinions(whole.map((count, c) => count - (columns[c] ?? 0)));
  return { whole, rows: new Map([...rows, [unsaid, left]]), membership: 'one' };
}

const unsaid = '';

const opinions = ([against = 0, neither = 0, wish = 0, unknown = 0]: readonly number[] = []): Opinions => [
  against,
  neither,
  wish,
  unknown,
];
