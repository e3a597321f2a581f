/** What one part of the reader made of a reply. */
export type Found<T> =
  | { readonly outcome: 'one'; readonly value: T }
  /** It names several, and only one can be meant. */
  | { readonly outcome: 'several'; readonly values: readonly T[] }
  /** It names nothing known. */
  | { readonly outcome: 'none' };

export const none = { outcome: 'none' } as const;

/** One, several or none, in the order given; the same thing named twice counts once. */
export function found<T>(values: Iterable<T>): Found<T> {
  const [first, ...others] = new Set(values);
  if (first === undefined) return none;
  return others.length === 0
    ? { outcome: 'one', value: first }
    : { outcome: 'several', values: [first, ...others] };
}

/** What it names, however many. */
export function named<T>(it: Found<T>): readonly T[] {
  if (it.outcome === 'none') return [];
  return it.outcome === 'one' ? [it.value] : it.values;
}
