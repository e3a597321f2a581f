import { z } from 'zod';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Leaves } from '#domain/records/meet.ts';
import {
  expectedHorizons,
  type WorkshopProblem,
  type WorkshopSaying,
} from '#domain/results/judge-workshop-result.ts';
import { tableLeaves } from '#domain/results/table-leaves.ts';
import { tableBounds } from '#domain/results/workshop-result.ts';
import { type Form, formOf } from '#web/http/request/form.ts';
import type { Wording } from '#wording/wording.ts';
import { workshopProblem } from '#wording/workshop-problem.ts';
import type { Problems } from '../fields.ts';

const Texts = z.record(z.string(), z.string());

/** The fields of a domain, of a trajectory and of a synergy bear its id, or its number, behind a hyphen. */
const TableForm = z.object({
  table: z.string(),
  people: z.int().catch(Number.NaN),
  orientation: Texts,
  note: Texts,
  /** Ids of trajectories. */
  kept: z.array(z.string()),
  horizon: Texts,
  condition: Texts,
  helps: Texts,
  helped: Texts,
  because: Texts,
});
type TableForm = z.output<typeof TableForm>;

/** What a table says, and the trajectories beside which something is written without their being kept. */
export function readTable(form: Form, domains: readonly Domain[]) {
  const given = form.read(TableForm);
  if (given === undefined) return undefined;
  const { table, people, kept, horizon, condition } = given;
  const saying: WorkshopSaying = {
    ...{ table, people },
    domains: Object.fromEntries(domains.map((domain) => [domain.id, saidOf(given, domain)])),
    synergies: synergiesOf(given),
  };
  const besides = domains
    .flatMap(({ trajectories }) => trajectories.map(({ id }) => id))
    .filter((one) => !kept.includes(one) && (horizon[one] || condition[one]));
  return { saying, besides };
}

function saidOf(given: TableForm, { id, orientations, trajectories }: Domain) {
  const orientation = orientations.find((one) => one === given.orientation[id]);
  const note = given.note[id];
  const kept = trajectories.filter((one) => given.kept.includes(one.id));
  return {
    ...(orientation !== undefined && { orientation }),
    kept: Object.fromEntries(
      kept.map((one) => {
        const horizon = expectedHorizons.find((when) => when === given.horizon[one.id]);
        const condition = given.condition[one.id];
        return [one.id, { ...(horizon && { horizon }), ...(condition && { condition }) }];
      }),
    ),
    ...(note && { note }),
  };
}

/** Row by row, those with no word in them as well: what is wrong with one stands at its row. */
function synergiesOf({ helps, helped, because }: TableForm): NonNullable<WorkshopSaying['synergies']> {
  const last = Math.max(0, ...[helps, helped, because].flatMap((texts) => Object.keys(texts).map(Number)));
  return Array.from(
    { length: Number.isSafeInteger(last) ? Math.min(last, tableBounds.synergies) : 0 },
    (_, i) => {
      const why = because[i + 1];
      return { helps: helps[i + 1] ?? '', helped: helped[i + 1] ?? '', ...(why && { because: why }) };
    },
  );
}

/** Every field of a form, as it was sent. */
export function sentLeaves(form: Form, domains: readonly Domain[]): Leaves {
  const kept = form.all('kept');
  const names = tableLeaves({ table: '', people: 0, domains: {} }, domains).keys();
  return new Map(
    [...names].map((name) => {
      const id = /^kept-(.+)$/.exec(name)?.[1];
      if (id === undefined) return [name, form.one(name)];
      return [name, kept.includes(id) ? id : ''];
    }),
  );
}

/** The same fields as a form that sends them. */
export const formOfLeaves = (leaves: Leaves): Form =>
  formOf(
    [...leaves].flatMap(([name, text]) => {
      if (!name.startsWith('kept-')) return [[name, text]];
      return text === '' ? [] : [['kept', text]];
    }),
  );

/** What is wrong, each beside its field. */
export const besideTableFields = (problems: readonly WorkshopProblem[], view: Wording): Problems =>
  Object.fromEntries(problems.map((one) => [fieldOf(one.path), workshopProblem(one, view)]));

function fieldOf([place = '', domain, part, trajectory, detail = part]: readonly string[]): string {
  if (domain === undefined) return place === 'domains' ? 'scenario' : place;
  if (place === 'synergies') return `${part}-${Number(domain) + 1}`;
  return trajectory === undefined ? `${detail}-${domain}` : `${detail}-${trajectory}`;
}
