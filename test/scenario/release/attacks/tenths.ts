import { blurWidth } from '#scenario/analysis/disclosure/coarse.ts';

type Tenths = readonly number[];

/** The chance that so many people against and for, of n, are shown as these shares: the attacker knows all but the key. */
export function tenthsShown({ wish, refuse }: { readonly wish: number; readonly refuse: number }, n: number) {
  const chances = new Map(Array.from({ length: n + 1 }, (_, count) => [count, tenthsOf(count, n)]));
  const [w, r] = [Math.round(wish * 10), Math.round(refuse * 10)];
  return (against: number, favour: number): number => {
    const [a, f] = [chances.get(against) ?? [], chances.get(favour) ?? []];
    if (w + r < 10) return at(f, w) * at(a, r);
    // The lesser of the two was made to fit, unless it did.
    return w >= r ? at(f, w) * sumTo(a, r, w) : at(a, r) * sumTo(f, w, r - 1);
  };
}

const at = (chances: Tenths, tenth: number) => chances[tenth] ?? 0;
const sumTo = (chances: Tenths, from: number, to: number) =>
  chances.slice(from, to + 1).reduce((sum, chance) => sum + chance, 0);

/** The chance of each tenth, from 0 (never) to 9. */
function tenthsOf(count: number, n: number): Tenths {
  const under = (tenth: number) => 1 / (1 + Math.exp((count - (n * (tenth + 0.5)) / 10) / blurWidth));
  return Array.from({ length: 10 }, (_, tenth) => {
    if (tenth === 0) return 0;
    return (tenth === 9 ? 1 : under(tenth)) - (tenth === 1 ? 0 : under(tenth - 1));
  });
}
