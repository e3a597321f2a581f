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

interface ReadWorkshopTable {
  readonly saying: WorkshopSaying;
  /** Trajectories beside which something is written, without their being kept. */
  readonly besides: readonly string[];
}

/** What a table says, as it was typed. */
export function readTable(form: Form, domains: readonly Domain[]): ReadWorkshopTable {
  const people = form.one('people');
  const kept = form.all('kept');
  const isDetailed = (one: string) =>
    form.one(`condition-${one}`) !== '' || form.one(`horizon-${one}`) !== '';
  return {
    saying: {
      table: form.one('table'),
      people: /^\d+$/.test(people) ? Number(people) : Number.NaN,
      domains: Object.fromEntries(domains.map((domain) => [domain.id, saidOf(form, domain)])),
    },
    besides: domains
      .flatMap(({ trajectories }) => trajectories.map(({ id }) => id))
      .filter((one) => !kept.includes(one) && isDetailed(one)),
  };
}

function saidOf(form: Form, { id, orientations, trajectories }: Domain) {
  const orientation = orientations.find((one) => one === form.one(`orientation-${id}`));
  const note = form.one(`note-${id}`);
  const kept = trajectories.filter((one) => form.all('kept').includes(one.id));
  return {
    ...(orientation !== undefined && { orientation }),
    kept: Object.fromEntries(
      kept.map((one) => {
        const horizon = expectedHorizons.find((when) => when === form.one(`horizon-${one.id}`));
        const condition = form.one(`condition-${one.id}`);
        return [one.id, { ...(horizon && { horizon }), ...(condition !== '' && { condition }) }];
      }),
    ),
    ...(note !== '' && { note }),
  };
}

/** What is wrong, each beside its field. */
export const besideTableFields = (problems: readonly WorkshopProblem[], view: Wording): Problems =>
  Object.fromEntries(problems.map((one) => [fieldOf(one.path), workshopProblem(one, view)]));

function fieldOf([place = '', domain, part, trajectory, detail = part]: readonly string[]): string {
  if (domain === undefined) return place === 'domains' ? 'scenario' : place;
  return trajectory === undefined ? `${detail}-${domain}` : `${detail}-${trajectory}`;
}
