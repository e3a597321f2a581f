import { draws } from '#scenario/analysis/clusters/draws.ts';
import type { Matrix } from '#scenario/analysis/clusters/matrix.ts';

/** What people's answers are made of: camps, a continuum along one or two traits, or nothing that they share. */
export const kinds = [
  'two camps',
  'three camps',
  'four camps',
  'one normal trait',
  'one uniform trait',
  'two normal traits',
  'two uniform traits',
  'noise',
] as const;
export type Planted = (typeof kinds)[number];

const items = 63;
const seen = 24;

/**
 * People made up by a seed: 63 items of mean N(0, 0.7), 24 of them seen by each. A camp shifts an item by 0.8 N(0, 1), drawn
 * once for both; a trait (normal, or flat from -1.73 to 1.73) tilts it by 0.8 N(0, 1). Answers are rounded with noise N(0, 1) to
 * -2..2, and halved. `truth`: each person's camp.
 */
export function planted(kind: Planted, people: number, seed: number): { matrix: Matrix; truth: number[] } {
  const draw = draws(seed * 7919 + 13);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const flat = () => (2 * draw() - 1) * 1.73;
  const row = (scale: number) => Float64Array.from({ length: items }, () => scale * normal());
  const means = row(0.7);
  const camps = Array.from(
    { length: { 'two camps': 2, 'three camps': 3, 'four camps': 4 }[kind as string] ?? 0 },
    () => row(0.8),
  );
  const tilts = Array.from({ length: kind.endsWith('traits') ? 2 : kind.endsWith('trait') ? 1 : 0 }, () =>
    row(0.8),
  );
  const values = new Float64Array(people * items).fill(Number.NaN);
  const truth = Array.from({ length: people }, (_, person) => person % Math.max(1, camps.length));
  for (const [person, camp] of truth.entries()) {
    const traits = tilts.map(() => (kind.includes('uniform') ? flat() : normal()));
    for (const item of someOf(items, seen, draw)) {
      const tilt = tilts.reduce((sum, its, trait) => sum + (its[item] ?? 0) * (traits[trait] ?? 0), 0);
      const opinion = (means[item] ?? 0) + (camps[camp]?.[item] ?? 0) + tilt + normal();
      values[person * items + item] = Math.max(-2, Math.min(2, Math.round(opinion))) / 2;
    }
  }
  return { matrix: { rows: people, columns: items, values }, truth };
}

/** `count` different numbers of 0..n-1. */
function someOf(n: number, count: number, draw: () => number): number[] {
  const all = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(draw() * (n - i));
    [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0];
  }
  return all.slice(0, count);
}
