import { draws } from '#scenario/analysis/clusters/draws.ts';

/** A stream of chance that is the same for the same seed. */
export interface Rng {
  /** 0 <= x < 1. */
  next(): number;
  chance(probability: number): boolean;
  /** 0 <= i < n, whole. */
  below(n: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  pick<T>(from: readonly T[]): T | undefined;
  /** Around 0, with a standard deviation of 1. */
  normal(): number;
}

/** Any words and numbers make a seed. The generator has 32 bits of state, enough for a simulation. */
export function createRng(...seed: readonly (string | number)[]): Rng {
  const next = draws(hash(...seed));
  const below = (n: number) => Math.floor(next() * n);
  function pick<T>(from: readonly [T, ...T[]]): T;
  function pick<T>(from: readonly T[]): T | undefined;
  function pick<T>(from: readonly T[]): T | undefined {
    return from[below(from.length)];
  }
  return {
    next,
    chance: (probability) => next() < probability,
    below,
    pick,
    // Twelve uniform draws: close enough to a bell, and never far out.
    normal: () => Array.from({ length: 12 }, next).reduce((sum, x) => sum + x, -6),
  };
}

/** FNV-1a with an avalanche, 0..2^32 - 1. */
export function hash(...parts: readonly (string | number)[]): number {
  let mixed = 2166136261;
  for (const letter of parts.join('\u0000'))
    mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 16777619);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2246822507);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
