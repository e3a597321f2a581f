import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Leaves } from '#domain/records/meet.ts';
import type { WorkshopProblem } from '#domain/results/judge-workshop-result.ts';
import { leafAt, sayingFrom, tableLeaves } from '#domain/results/table-leaves.ts';
import { sentLeaves } from '#web/http/at-once/sent-leaves.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Wording } from '#wording/wording.ts';
import { workshopProblem } from '#wording/workshop/workshop-problem.ts';
import type { Problems } from '../fields.ts';

/** What a table says, and the trajectories beside which something is written without their being kept; nothing: it is no form of a table. */
export const readTable = (form: Form, domains: readonly Domain[]) =>
  form.all('table').length === 0 ? undefined : sayingFrom(sentTable(form, domains), domains);

/** Every field of a table's form, as it was sent. */
export const sentTable = (form: Form, domains: readonly Domain[]): Leaves =>
  sentLeaves(form, tableLeaves({ table: '', people: 0, domains: {} }, domains).keys());

/** What is wrong, each beside its field. */
export const besideTableFields = (problems: readonly WorkshopProblem[], view: Wording): Problems =>
  Object.fromEntries(problems.map((one) => [leafAt(one.path), workshopProblem(one, view)]));
