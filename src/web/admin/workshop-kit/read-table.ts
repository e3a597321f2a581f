import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { type Horizon, horizons } from '#domain/participant/ballot.ts';
import { tableBounds, type WorkshopResult } from '#domain/results/workshop-result.ts';
import type { Form } from '#web/http/form.ts';
import type { Problems } from '../fields.ts';

/** What a table says, as read from its form; or what is wrong there, by field. */
export type ReadWorkshopTable =
  | { readonly table: Pick<WorkshopResult, 'table' | 'people' | 'domains'> }
  | { readonly problems: Problems };

/** When what is kept may be there; what is kept is not for never. */
export const expected: readonly Horizon[] = horizons.filter((one) => one !== 'never');

type Said = NonNullable<WorkshopResult['domains'][Domain['id']]>;

interface Asked {
  readonly domains: readonly Domain[];
  /** The names of the tables that are there. */
  readonly taken: readonly string[];
  readonly titleOf: (trajectory: string) => string;
  readonly say: Say;
}

export function readTable(form: Form, asked: Asked): ReadWorkshopTable {
  const { domains, taken, say } = asked;
  const table = form.one('table').replace(/\s+/g, ' ');
  const people = Number(form.one('people'));
  const isCount = /^\d+$/.test(form.one('people')) && people >= 1 && people <= tableBounds.people;
  const isTaken = taken.some((one) => folded(one) === folded(table));
  const read = domains.map((domain) => [domain.id, saidOf(form, domain)] as const);
  const said = read.filter(([, one]) => isSomething(one));
  const problems: Problems = {
    ...((table === '' || table.length > tableBounds.name) && {
      table: say('workshop-kit.problem.table', { most: tableBounds.name }),
    }),
    ...(isTaken && { table: say('workshop-kit.problem.taken', { table }) }),
    ...(!isCount && { people: say('workshop-kit.problem.people', { most: tableBounds.people }) }),
    ...Object.assign({}, ...domains.map((domain) => wrongIn(form, domain, asked))),
  };
  if (Object.keys(problems).length > 0) return { problems };
  if (said.length === 0) return { problems: { scenario: say('workshop-kit.problem.nothing') } };
  return { table: { table, people, domains: Object.fromEntries(said) } };
}

/** Two names that sound alike are one. */
const folded = (name: string): string => name.toLocaleLowerCase('fr').replace(/\s/g, '');

function saidOf(form: Form, { id, orientations, trajectories }: Domain): Said {
  const orientation = orientations.find((one) => one === form.one(`orientation-${id}`));
  const note = form.one(`note-${id}`);
  const kept = trajectories.filter((one) => form.all('kept').includes(one.id));
  return {
    ...(orientation !== undefined && { orientation }),
    kept: Object.fromEntries(
      kept.map((one) => {
        const horizon = expected.find((when) => when === form.one(`horizon-${one.id}`));
        const condition = form.one(`condition-${one.id}`);
        return [one.id, { ...(horizon && { horizon }), ...(condition !== '' && { condition }) }];
      }),
    ),
    ...(note !== '' && { note }),
  };
}

const isSomething = ({ orientation, kept, note }: Said): boolean =>
  orientation !== undefined || note !== undefined || Object.keys(kept).length > 0;

function wrongIn(form: Form, { id, trajectories }: Domain, { titleOf, say }: Asked): Problems {
  const isLong = (name: string) => form.one(name).length > tableBounds.remark;
  const long = say('workshop-kit.problem.remark', { most: tableBounds.remark });
  const wrong = trajectories.flatMap((one): readonly (readonly [string, string])[] => {
    const condition = `condition-${one.id}`;
    if (isLong(condition)) return [[condition, long]];
    const isKept = form.all('kept').includes(one.id);
    const isDetailed = form.one(condition) !== '' || form.one(`horizon-${one.id}`) !== '';
    // What somebody wrote beside a trajectory is not thrown away without a word.
    if (isKept || !isDetailed) return [];
    return [[`kept-${one.id}`, say('workshop-kit.problem.not-kept', { title: titleOf(one.id) })]];
  });
  return Object.fromEntries([...wrong, ...(isLong(`note-${id}`) ? [[`note-${id}`, long] as const] : [])]);
}
