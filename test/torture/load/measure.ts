import type { Visitor } from './visitor.ts';

/** Milliseconds of turns, sorted. */
export type Times = readonly number[];

/** Everybody takes so many turns one after the other; 16 people at a time go on side by side. */
export async function turnsOf(people: readonly Visitor[], each: number): Promise<Times> {
  const times: number[] = [];
  let next = 0;
  const one = async () => {
    for (let person = people[next++]; person !== undefined; person = people[next++])
      for (let turn = 0; turn < each; turn++) times.push(await person.goOn());
  };
  await Promise.all(Array.from({ length: 16 }, one));
  return times.toSorted((a, b) => a - b);
}

/** As a line of figures: the median, the 99th percentile, the longest. */
export function summary(times: Times): string {
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
  return `${times.length} turns, p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)} ms`;
}
