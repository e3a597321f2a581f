import type { Catalogue } from '../catalogue/catalogue.ts';
import { remarkQuestion } from './remark-question.ts';
import { type Sheet, SheetNumber, sheetBounds } from './sheet.ts';

/** What is wrong at a place of a sheet; each code has its wording. */
export interface SheetProblem {
  /** Of a domain or a trajectory: its id stands beside it. */
  readonly at: 'number' | 'roles' | 'territory' | 'remark' | 'stance' | 'stances';
  readonly id?: string;
  readonly code: 'number' | 'unknown' | 'long' | 'no-remark' | 'nothing';
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Everything that is wrong with a sheet; `catalogue`: as the consultation uses it, in its domains. */
export function judgeSheet(
  { number, roles, territory, stances, remarks }: Sheet,
  catalogue: Catalogue,
): readonly SheetProblem[] {
  const { domains } = catalogue;
  const known = new Set(domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id)));
  const unknown = (at: SheetProblem['at'], value: string) =>
    wrong(at, 'unknown', { value: value.slice(0, 80) });
  return [
    ...(SheetNumber.safeParse(number).success
      ? []
      : [wrong('number', 'number', { most: sheetBounds.number })]),
    ...roles.filter((one) => !catalogue.roles.includes(one)).map((one) => unknown('roles', one)),
    ...(territory === undefined || catalogue.territories.includes(territory)
      ? []
      : [unknown('territory', territory)]),
    ...Object.keys(stances).flatMap((id) => (known.has(id) ? [] : [{ ...unknown('stance', id), id }])),
    ...Object.entries(remarks).flatMap(([id, text]): readonly SheetProblem[] => {
      const domain = domains.find((one) => one.id === id);
      if (domain === undefined) return [{ ...unknown('remark', id), id }];
      if (remarkQuestion(domain) === undefined) return [{ ...wrong('remark', 'no-remark'), id }];
      return text.length > sheetBounds.remark
        ? [{ ...wrong('remark', 'long', { most: sheetBounds.remark }), id }]
        : [];
    }),
    ...(Object.keys(stances).length === 0 ? [wrong('stances', 'nothing')] : []),
  ];
}

const wrong = (
  at: SheetProblem['at'],
  code: SheetProblem['code'],
  facts: SheetProblem['facts'] = {},
): SheetProblem => ({ at, code, facts });
