import { z } from 'zod';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import {
  expectedHorizons,
  type WorkshopProblem,
  type WorkshopSaying,
} from '#domain/results/judge-workshop-result.ts';
import type { Form } from '#web/http/form.ts';
import type { Wording } from '#wording/wording.ts';
import { workshopProblem } from '#wording/workshop-problem.ts';
import type { Problems } from '../fields.ts';

const Texts = z.record(z.string(), z.string());

/** The fields of a domain and of a trajectory bear its id behind a hyphen. */
const TableForm = z.object({
  table: z.string(),
  people: z.int().catch(Number.NaN),
  orientation: Texts,
  note: Texts,
  /** Ids of trajectories. */
  kept: z.array(z.string()),
  horizon: Texts,
  condition: Texts,
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

/** What is wrong, each beside its field. */
export const besideTableFields = (problems: readonly WorkshopProblem[], view: Wording): Problems =>
  Object.fromEntries(problems.map((one) => [fieldOf(one.path), workshopProblem(one, view)]));

function fieldOf([place = '', domain, part, trajectory, detail = part]: readonly string[]): string {
  if (domain === undefined) return place === 'domains' ? 'scenario' : place;
  return trajectory === undefined ? `${detail}-${domain}` : `${detail}-${trajectory}`;
}
