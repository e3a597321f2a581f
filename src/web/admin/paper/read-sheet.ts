import { z } from 'zod';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { SheetProblem } from '#domain/paper/judge-sheet.ts';
import { type Sheet, stanceKeys } from '#domain/paper/sheet.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Wording } from '#wording/wording.ts';
import type { Problems } from '../fields.ts';

/** The fields of a trajectory and of a domain bear its id behind a hyphen. */
const SheetForm = z.object({
  number: z.string(),
  /** As they are printed: numbers in boxes. */
  roles: z.string(),
  territory: z.string(),
  stance: z.record(z.string(), z.string()),
  remark: z.record(z.string(), z.string()),
});

/** A sheet as it was typed; what stands for nothing here is kept as it is, to be told. */
export function readSheet(form: Form, { roles, territories, domains }: Catalogue): Sheet | undefined {
  const given = form.read(SheetForm);
  if (given === undefined) return undefined;
  const [territory] = numbered(given.territory, territories);
  const stances = domains.flatMap(({ trajectories }) =>
    trajectories.flatMap(({ id }) => {
      const found = stanceKeys.find(([key]) => key === given.stance[id]);
      return found === undefined ? [] : [[id, found[1]] as const];
    }),
  );
  const remarks = domains.flatMap(({ id }) => {
    const text = given.remark[id]?.replace(/\s+/g, ' ').trim() ?? '';
    return text === '' ? [] : [[id, text] as const];
  });
  return {
    number: /^\d{1,6}$/.test(given.number) ? Number(given.number) : Number.NaN,
    roles: numbered(given.roles, roles),
    ...(territory !== undefined && { territory }),
    stances: Object.fromEntries(stances),
    remarks: Object.fromEntries(remarks),
  };
}

/** What stands beside the numbers, each once: "3+14". */
const numbered = (text: string, all: readonly string[]): readonly string[] => [
  ...new Set(
    text
      .split(/[\s+;,./-]+/)
      .filter((part) => part !== '')
      .map((part) => (/^\d{1,3}$/.test(part) ? all[Number(part) - 1] : undefined) ?? part),
  ),
];

/** A sheet as the form has it: by the names of its fields. */
export function filledIn(sheet: Sheet, { roles, territories }: Catalogue): ReadonlyMap<string, string> {
  const place = (all: readonly string[], id: string) => `${all.indexOf(id) + 1}`;
  const { territory } = sheet;
  return new Map([
    ['number', `${sheet.number}`],
    ['roles', sheet.roles.map((id) => place(roles, id)).join('+')],
    ['territory', territory === undefined ? '' : place(territories, territory)],
    ...Object.entries(sheet.stances).map(([id, stance]): [string, string] => [
      `stance-${id}`,
      stanceKeys.find(([, one]) => one === stance)?.[0] ?? '',
    ]),
    ...Object.entries(sheet.remarks).map(([id, text]): [string, string] => [`remark-${id}`, text ?? '']),
  ]);
}

/** What is wrong, each beside its field. */
export function besideSheetFields(problems: readonly SheetProblem[], { say, catalogue }: Wording): Problems {
  const most = { roles: catalogue.roles.length, territory: catalogue.territories.length };
  return Object.fromEntries(
    problems.map(({ at, id, code, facts }): [string, string] => {
      if (at === 'roles' || at === 'territory')
        return [at, say(`paper.problem.${at}`, { ...facts, most: most[at] })];
      return [id === undefined ? at : `${at}-${id}`, say(`paper.problem.${code}`, facts)];
    }),
  );
}
