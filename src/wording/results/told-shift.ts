import { figuresIn, type GroupScenario, type Shift } from '#domain/results/group-scenario.ts';
import { spelled } from '../numbers.ts';
import { signed } from '../points.ts';
import { percent } from '../share.ts';
import { dated, leading, quotedTrajectory, trajectoryTitle } from '../titles.ts';
import type { Wording } from '../wording.ts';

type Row = Shift['trajectories'][number];
type Towards = NonNullable<Row['towards']>;
type Mean = NonNullable<Row['mean']>;

interface Moved {
  readonly trajectory: string;
  readonly towards: Towards;
  readonly mean: Mean;
}

/** What a second round moved, in words: the same on the page, on paper and on slides. */
interface ToldShift {
  readonly title: string;
  /** Who looked again, and how many of them changed something. */
  readonly people: string;
  /** Whose views are followed; or that there is nothing more to say. */
  readonly lead: string;
  /** What moved most clearly, a line each: the means whose intervals leave zero out, the largest first. */
  readonly clearest: readonly string[];
  /** How many more did; or that none did. */
  readonly more?: string;
  /** Both rounds beside each other, a row a trajectory; none: of no trajectory anything may be said. */
  readonly rows: readonly (readonly string[])[];
  readonly head: readonly string[];
  /** How to read the table. */
  readonly notes: readonly string[];
}

/** More lines than these are not read: the table has them all. */
const most = 5;

const columns = ['trajectory', 'before', 'after', 'looked', 'for', 'against', 'same', 'shift'] as const;

/** Nothing where there was no second round, or nothing of it may be said. */
export function toldShift(scenario: GroupScenario, wording: Wording): ToldShift | undefined {
  const { shift } = scenario;
  if (shift === undefined) return undefined;
  const { say, consultation } = wording;
  const { minGroup } = consultation;
  const after = figuresIn(scenario);
  const rows = shift.trajectories.map((row) => [
    trajectoryTitle(wording, row.trajectory),
    beforeOf(row, wording),
    afterOf(after.get(row.trajectory), wording),
    say('reading.people.number', { n: row.n }),
    ...movesOf(row, wording),
  ]);
  return {
    title: say('round.shift.title'),
    people: peopleLine(shift, wording),
    lead: say(rows.length === 0 ? 'round.shift.none' : 'round.shift.lead'),
    ...clearestOf(shift, wording),
    head: columns.map((column) => say(`round.shift.${column}`)),
    rows,
    notes: [
      say('round.shift.mean'),
      ...(shift.first.kind === 'final' ? [say('round.shift.standing', { minGroup })] : []),
    ],
  };
}

function peopleLine({ people: { n, moved }, first }: Shift, wording: Wording): string {
  const { say, consultation } = wording;
  const facts = { n, said: spelled(n, wording), kind: first.kind, day: dated(wording, first.at) };
  const who = leading(say('round.shift.people', facts), wording);
  const how =
    moved === undefined
      ? say('round.shift.unmoved', { minGroup: consultation.minGroup })
      : leading(say('round.shift.moved', { moved, said: spelled(moved, wording) }), wording);
  return `${who} ${how}`;
}

function clearestOf({ trajectories }: Shift, wording: Wording): Pick<ToldShift, 'clearest' | 'more'> {
  const { say } = wording;
  const told = trajectories.flatMap(({ trajectory, towards, mean }) =>
    towards && mean ? [{ trajectory, towards, mean }] : [],
  );
  const clear = told
    .filter(({ mean: { low, high } }) => low > 0 || high < 0)
    .toSorted((a, b) => Math.abs(b.mean.value) - Math.abs(a.mean.value));
  const clearest = clear.slice(0, most).map((row) => lineOf(row, wording));
  if (clear.length > most) return { clearest, more: say('round.shift.more', { n: clear.length - most }) };
  return told.length > 0 && clear.length === 0 ? { clearest, more: say('round.shift.still') } : { clearest };
}

const lineOf = ({ trajectory, towards, mean }: Moved, wording: Wording): string =>
  wording.say('round.shift.line', {
    ...{ title: quotedTrajectory(wording, trajectory), margin: marginOf(mean, wording) },
    ...{ forIt: towards.for, against: towards.against, same: towards.same },
  });

/** Of a provisional result, its number of people is not told. */
function beforeOf({ before }: Row, { say }: Wording): string {
  if (before === undefined) return say('round.shift.hidden');
  const share = percent(before.support);
  return before.n === undefined
    ? say('round.shift.about', { share })
    : say('round.shift.share', { share, n: before.n });
}

function afterOf(
  figures: { readonly n: number; readonly support: { readonly share: number } } | undefined,
  { say }: Wording,
): string {
  if (figures === undefined) return say('round.shift.hidden');
  return say('round.shift.share', { share: percent(figures.support.share), n: figures.n });
}

/** Counts of people, then the mean with its interval; all of them or none. */
function movesOf({ towards, mean }: Row, wording: Wording): readonly string[] {
  const { say } = wording;
  if (towards === undefined || mean === undefined)
    return Array.from({ length: 4 }, () => say('round.shift.hidden'));
  return [
    ...[towards.for, towards.against, towards.same].map((n) => say('reading.people.number', { n })),
    marginOf(mean, wording),
  ];
}

function marginOf({ value, low, high }: Mean, wording: Wording): string {
  const at = (one: number) => signed(one, 1, wording);
  return wording.say('round.shift.margin', { value: at(value), low: at(low), high: at(high) });
}
