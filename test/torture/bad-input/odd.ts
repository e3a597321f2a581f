import type { Rng } from '#src/tools/simulate/rng.ts';

/** Texts that have broken programs before, or try to leave the place they are put in. */
const texts: readonly [string, ...string[]] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\ufeff',
  'null',
  'undefined',
  '-1',
  '1e309',
  'NaN',
  '0x10',
  '9007199254740993',
  '__proto__',
  'constructor',
  'toString',
  '../../keys.json',
  '..%2f..%2fkeys.json',
  '%',
  '%00',
  '%E0%A4%A',
  '%ff',
  '<img src=x onerror=alert(1)>',
  '[x](https://evil.example)',
  '=1+1',
  "' OR 1=1 --",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would read.
  '${7*7}{{7*7}}',
  'é'.repeat(300),
  'a'.repeat(10_000),
  '👩‍👩‍👧‍👦'.repeat(40),
  'cent '.repeat(60),
  '2026-13-45',
  'decouverte',
  'mobility',
  'oui',
  '3',
];

export const oddText = (rng: Rng): string => rng.pick(texts);

/** Any JSON there is, some of it deep or wide. */
export function oddValue(rng: Rng, names: readonly string[], depth = 0): unknown {
  switch (rng.below(depth > 3 ? 6 : 9)) {
    case 0:
      return null;
    case 1:
      return rng.chance(0.5);
    case 2:
      return rng.pick([0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, 7]);
    case 3:
    case 4:
    case 5:
      return oddText(rng);
    case 6:
      return Array.from({ length: rng.below(6) }, () => oddValue(rng, names, depth + 1));
    case 7:
      return nested(rng.below(400));
    default:
      return oddObject(rng, names, depth);
  }
}

/** An object whose names are those that the program knows, and a few that it does not. */
export function oddObject(rng: Rng, names: readonly string[], depth = 0): Record<string, unknown> {
  const entries = Array.from({ length: rng.below(6) }, (): [string, unknown] => [
    rng.chance(0.9) ? (rng.pick(names) ?? 'x') : oddText(rng),
    oddValue(rng, names, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

/** A good value with something in it replaced, dropped or added. */
export function spoil(rng: Rng, value: unknown, names: readonly string[]): unknown {
  const isEmpty = Array.isArray(value) && value.length === 0;
  if (typeof value !== 'object' || value === null || isEmpty || rng.chance(0.15))
    return oddValue(rng, names, 1);
  if (Array.isArray(value)) {
    const at = rng.below(value.length);
    return value.with(at, spoil(rng, value[at], names));
  }
  const entries = Object.entries(value);
  const at = rng.below(entries.length + 1);
  const [key] = entries[at] ?? [rng.pick(names) ?? 'x'];
  if (rng.chance(0.2)) return Object.fromEntries(entries.toSpliced(at, 1));
  return { ...value, [key]: spoil(rng, entries[at]?.[1], names) };
}

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}
