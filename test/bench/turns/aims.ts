import { median, type Reached } from './rounds.ts';
import type { Side } from './sides.ts';

/** What each of our ways in is to reach of a peer's turns a second; its p99 is to be no longer than theirs but the bare server's. */
const aims = [
  { ours: 'direct-line', peer: 'a', times: 2 },
  { ours: 'direct-line', peer: 'b', times: 1 },
  { ours: 'direct-line', peer: 'c', times: 5 },
  { ours: 'direct-line', peer: 'd', times: 5 },
  { ours: 'direct-line', peer: 'e', times: 0.5 },
  { ours: 'connector', peer: 'a', times: 1 },
  { ours: 'replies', peer: 'b', times: 1 },
] as const;

/** What a figure of a side is of another's in the same round, in the median. */
const ofAnother = (ours: readonly Reached[] = [], others: readonly Reached[] = [], figure: keyof Reached) =>
  median(ours.map((one, n) => one[figure] / (others[n]?.[figure] ?? Number.NaN)));

export function print(sides: readonly Side[], reached: readonly (readonly Reached[])[]): void {
  const of = (i: number, figure: keyof Reached) => median((reached[i] ?? []).map((one) => one[figure]));
  console.table(
    sides.map(({ name, database }, i) => ({
      what: name,
      'turns/s': Math.round(of(i, 'perSecond')),
      'p50 ms': of(i, 'p50').toFixed(2),
      'p99 ms': of(i, 'p99').toFixed(2),
      'CPU µs a turn': Math.round(of(i, 'cpuUs')),
      'of the database': database ? Math.round(of(i, 'databaseUs')) : '',
      'written bytes a turn': database ? '' : Math.round(of(i, 'writtenBytes')),
      'CPU µs of the caller': Math.round(of(i, 'callerUs')),
    })),
  );
  const rows = aims.flatMap(({ ours, peer, times }) =>
    sides.flatMap((side, i) => {
      const other = sides.findIndex(({ key }) => key === peer);
      if (side.key !== ours || other < 0) return [];
      // Of the same round, so that what the machine did meanwhile weighs on both.
      const inRound = (figure: keyof Reached) => ofAnother(reached[i], reached[other], figure);
      const [faster, slowest] = [inRound('perSecond'), inRound('p99')];
      return {
        ours: side.name,
        of: sides[other]?.name,
        'turns/s': faster.toFixed(2),
        aim: `${times}`,
        met: faster >= times ? 'yes' : 'no',
        p99: slowest.toFixed(2),
        'aim ': peer === 'e' ? '' : 'under 1',
        'met ': peer === 'e' ? '' : slowest < 1 ? 'yes' : 'no',
        // On a machine that does other things too, this is steadier than what the clock tells.
        CPU: inRound('cpuUs').toFixed(2),
      };
    }),
  );
  if (rows.length > 0) console.table(rows);
}

/** What each of our ways in comes to on a database, of the same on files. */
export function printStorages(sides: readonly Side[], reached: readonly (readonly Reached[])[]): void {
  const rows = sides.flatMap(({ key, name, storage }, i) => {
    const files = sides.findIndex((other) => other.key === key && other.storage === 'files');
    if (storage === undefined || storage === 'files' || files < 0) return [];
    const times = (figure: keyof Reached) => ofAnother(reached[i], reached[files], figure).toFixed(2);
    return {
      ours: name,
      'turns/s of files': times('perSecond'),
      p99: times('p99'),
      'CPU, the database apart': times('cpuUs'),
    };
  });
  if (rows.length > 0) console.table(rows);
}
