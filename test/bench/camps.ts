/**
 * What is made of people whose answers are planted (camps, a continuum, noise), by how many they are:
 * `npm run bench -- camps`; `SEEDS=10` for another number of draws each.
 */
import { findingsOf } from '../scenario/analysis/clusters/found.ts';
import { kinds } from '../scenario/analysis/clusters/planted.ts';

const draws = Number(process.env.SEEDS ?? 20);
const seeds = Array.from({ length: draws }, (_, i) => 5_001 + i);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const shown = (numbers: readonly number[]) =>
  numbers.length === 0 ? '' : `${mean(numbers).toFixed(2)} (${Math.min(...numbers).toFixed(2)})`;

console.log(`${draws} draws each; the Rand index and the adjusted one: mean (least)\n`);
console.log(
  '| planted | people | announced | Rand | adjusted | a draw |\n| --- | --- | --- | --- | --- | --- |',
);
for (const kind of kinds) {
  for (const people of [40, 100, 400]) {
    const from = process.cpuUsage().user;
    const { shapes, rand, adjusted } = findingsOf(kind, people, seeds);
    const ms = (process.cpuUsage().user - from) / 1_000 / draws;
    const said = [...shapes].map(([shape, times]) => `${shape} ${times}`).join(', ');
    console.log(
      `| ${kind} | ${people} | ${said} | ${shown(rand)} | ${shown(adjusted)} | ${ms.toFixed(0)} ms |`,
    );
  }
}
