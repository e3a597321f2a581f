import type { Catalogue, Domain } from '../catalogue/catalogue.ts';
import { oneLine } from '../conversation/one-line.ts';
import { type Horizon, horizons } from '../participant/ballot.ts';
import { synergyParts, tableBounds, type WorkshopResult } from './workshop-result.ts';

/** What a table says: its name, its people, what they keep, and what strengthens what; a synergy with no word in it is none. */
export type WorkshopSaying = Pick<WorkshopResult, 'table' | 'people' | 'domains' | 'synergies'>;

/** What is wrong at a place of it; each code has its wording. */
export interface WorkshopProblem {
  readonly path: readonly string[];
  readonly code: 'unknown' | 'table' | 'taken' | 'people' | 'remark' | 'not-kept' | 'half' | 'nothing';
  readonly facts: Readonly<Record<string, string | number>>;
}

export type JudgedWorkshop =
  | { readonly saying: WorkshopSaying }
  | { readonly problems: readonly WorkshopProblem[] };

interface Context {
  /** The domains in use. */
  readonly domains: Catalogue['domains'];
  /** The names of the tables that are there. */
  readonly taken: readonly string[];
  /** Trajectories beside which something is written, without their being kept: it is not thrown away without a word. */
  readonly besides: readonly string[];
}

type Said = NonNullable<WorkshopResult['domains'][Domain['id']]>;

/** When what is kept may be there; what is kept is not for never. */
export const expectedHorizons: readonly Horizon[] = horizons.filter((one) => one !== 'never');

/** What a table of a workshop says, as it is kept; or everything that is wrong with it. */
export function judgeWorkshopResult(given: WorkshopSaying, context: Context): JudgedWorkshop {
  const { people, domains, synergies = [] } = given;
  const table = oneLine(given.table);
  const isCount = Number.isInteger(people) && people >= 1 && people <= tableBounds.people;
  const isTaken = context.taken.some((one) => foldedName(one) === foldedName(table));
  const said = Object.entries(domains).filter(([, one]) => one !== undefined && isSomething(one));
  const named = synergies.filter(isNamed);
  const problems = [
    ...unknownIn(given, context),
    ...(table === '' || table.length > tableBounds.name
      ? [wrong(['table'], 'table', { most: tableBounds.name })]
      : []),
    ...(isTaken ? [wrong(['table'], 'taken', { table })] : []),
    ...(isCount ? [] : [wrong(['people'], 'people', { most: tableBounds.people })]),
    ...context.domains.flatMap((domain) => wrongIn(domain, domains[domain.id], context)),
    ...synergies.flatMap(wrongSynergy),
  ];
  if (problems.length > 0) return { problems };
  if (said.length === 0 && named.length === 0) return { problems: [wrong(['domains'], 'nothing')] };
  return {
    saying: {
      table,
      people,
      domains: Object.fromEntries(said),
      ...(named.length > 0 && { synergies: named }),
    },
  };
}

type Synergy = NonNullable<WorkshopSaying['synergies']>[number];

const isNamed = ({ helps, helped, because = '' }: Synergy): boolean => `${helps}${helped}${because}` !== '';

/** What helps and what is helped go together; why may be left out. */
function wrongSynergy(given: Synergy, i: number): readonly WorkshopProblem[] {
  const { helps, helped } = given;
  const long = synergyParts
    .filter((part) => (given[part] ?? '').length > tableBounds.remark)
    .map((part) => wrong(['synergies', `${i}`, part], 'remark', { most: tableBounds.remark }));
  if (!isNamed(given) || (helps !== '' && helped !== '')) return long;
  return [...long, wrong(['synergies', `${i}`, helps === '' ? 'helps' : 'helped'], 'half')];
}

const wrong = (
  path: readonly string[],
  code: WorkshopProblem['code'],
  facts: WorkshopProblem['facts'] = {},
): WorkshopProblem => ({ path, code, facts });

/** Two names that sound alike are one. */
export const foldedName = (name: string): string => name.toLocaleLowerCase('fr').replace(/\s/g, '');

const isSomething = ({ orientation, kept, note }: Said): boolean =>
  orientation !== undefined || note !== undefined || Object.keys(kept).length > 0;

/** Names that nobody knows here, and horizons that nothing kept can have. */
function unknownIn({ domains }: WorkshopSaying, context: Context): readonly WorkshopProblem[] {
  return Object.entries(domains).flatMap(([id, its]) => {
    const known = context.domains.find((one) => one.id === id);
    const { orientation, kept = {} } = its ?? {};
    const trajectories = known?.trajectories.map((one) => one.id) ?? [];
    const unknown = (value: string, ...place: readonly string[]) =>
      wrong(['domains', id, ...place], 'unknown', { value: value.slice(0, 80) });
    const isUnknown = orientation !== undefined && !known?.orientations.includes(orientation);
    return [
      ...(known === undefined ? [unknown(id)] : []),
      ...(isUnknown ? [unknown(orientation, 'orientation')] : []),
      ...Object.entries(kept).flatMap(([one, { horizon }]) => [
        ...(trajectories.includes(one) ? [] : [unknown(one, 'kept', one)]),
        ...(horizon === undefined || expectedHorizons.includes(horizon)
          ? []
          : [unknown(horizon, 'kept', one, 'horizon')]),
      ]),
    ];
  });
}

function wrongIn({ id, trajectories }: Domain, said: Said | undefined, { besides }: Context) {
  const isLong = (text = '') => text.length > tableBounds.remark;
  const long = (...place: readonly string[]) =>
    wrong(['domains', id, ...place], 'remark', { most: tableBounds.remark });
  return [
    ...trajectories.flatMap(({ id: one }): readonly WorkshopProblem[] => {
      if (isLong(said?.kept[one]?.condition)) return [long('kept', one, 'condition')];
      return besides.includes(one)
        ? [wrong(['domains', id, 'kept', one], 'not-kept', { trajectory: one })]
        : [];
    }),
    ...(isLong(said?.note) ? [long('note')] : []),
  ];
}
