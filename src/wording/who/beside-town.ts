import { minGroups } from '#domain/consultation/consultation.ts';
import type { PartOf, Parts } from '#domain/results/part-of.ts';
import { countInShort, type Grain } from '../numbers.ts';
import type { Wording } from '../wording.ts';
import { partText, toldParts } from './told-parts.ts';

/** Who took part beside the town's own figures: a table by role and one by kind of place, where there are figures. */
export interface BesideTown {
  readonly tables: Partial<Record<CategoryKind, TownTable>>;
  /** Of whom the shares are, who counted, and that nothing is weighted. */
  readonly notes: readonly string[];
}

type CategoryKind = 'roles' | 'territories';

interface TownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The people that are told of: of how many in all each part is; `whole`: who these are. */
export interface Told {
  readonly n: number;
  readonly who: Readonly<Record<CategoryKind, Parts>>;
  readonly whole: 'began' | 'gave-a-view';
}

/** Nothing where the consultation has no such figures. Coarsely, no share of those who took part is told. */
export function besideTown(told: Told, grain: Grain, wording: Wording): BesideTown | undefined {
  const { say, consultation } = wording;
  const { townFigures } = consultation;
  if (townFigures === undefined) return undefined;
  const { source } = townFigures;
  const whole =
    grain === 'exact'
      ? say('town-figures.whole', { n: told.n, began: told.whole === 'began' ? 'yes' : 'no', source })
      : say('town-figures.whole-coarse', { source });
  const tables = kinds.map((of) => [of, townTable(of, townFigures[of], told, grain, wording)] as const);
  return {
    tables: Object.fromEntries(tables.filter(([, table]) => table !== undefined)),
    notes: [whole, say('town-figures.not-weighted')],
  };
}

const kinds: readonly CategoryKind[] = ['roles', 'territories'];

function townTable(
  of: CategoryKind,
  shares: Readonly<Record<string, number>>,
  { n, who }: Told,
  grain: Grain,
  wording: Wording,
): TownTable | undefined {
  const { say, text } = wording;
  const { shown } = toldParts(who[of], text[of]);
  const known = (id: string) => Object.hasOwn(who[of], id) && shares[id] !== undefined;
  if (!Object.keys(shares).some(known)) return undefined;
  // Whoever is missing is what the town's figures are there for: a small category is named where its share is known.
  const small = Object.keys(who[of]).filter((id) => who[of][id] === 'few' && known(id));
  const few = Object.values(who[of]).filter((part) => part === 'few').length - small.length;
  const row = (title: string, part: PartOf, share: number | undefined) => [
    title,
    partText(part, (people) => countInShort(people, grain, wording), wording),
    ...(grain === 'exact' ? [shareText(part, n, wording)] : []),
    share === undefined ? say('town-figures.unknown') : percent(share, wording),
  ];
  const others = say('participation.part.others', { n: few, all: 'no' });
  const bySize = (a: string, b: string) => (shares[b] ?? 0) - (shares[a] ?? 0);
  return {
    head: headOf(of, grain, wording),
    rows: [
      ...shown.map(({ id, title, part }) => row(title, part, shares[id])),
      ...small.toSorted(bySize).map((id) => row(text[of][id] ?? id, 'few', shares[id])),
      ...(few === 0 ? [] : [row(others, 'few', undefined)]),
    ],
  };
}

const headOf = (of: CategoryKind, grain: Grain, { say }: Wording): readonly string[] =>
  [of === 'roles' ? 'role' : 'place', 'people', ...(grain === 'exact' ? ['share'] : []), 'town'].map((key) =>
    say(`town-figures.head.${key}`),
  );

/** A part of `n` people as a share, no more exactly than the part itself is told. */
function shareText(part: PartOf, n: number, wording: Wording): string {
  const { say } = wording;
  const least = minGroups.facilitator;
  if (typeof part === 'number') return percent(Math.round((100 * part) / n), wording);
  // Of hardly more people than that, it tells nothing.
  if (n <= 2 * least) return partText(part, String, wording);
  const share = part === 'few' ? Math.ceil((100 * least) / n) : Math.floor((100 * (n - least)) / n);
  return say(`town-figures.share.${part}`, { share });
}

const percent = (share: number, { say, language }: Wording): string =>
  say('results.percent', {
    share: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(share),
  });
