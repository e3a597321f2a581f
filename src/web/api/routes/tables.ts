import { z } from 'zod';
import { addWorkshopResult } from '#application/workshop/add-workshop-result.ts';
import { changeWorkshopResult } from '#application/workshop/change-workshop-result.ts';
import { removeWorkshopResult } from '#application/workshop/remove-workshop-result.ts';
import { workshopResultsOf } from '#application/workshop/workshop-results.ts';
import type { WorkshopProblem } from '#domain/results/judge-workshop-result.ts';
import { WorkshopResult } from '#domain/results/workshop-result.ts';
import type { Wording } from '#wording/wording.ts';
import { workshopProblem } from '#wording/workshop/workshop-problem.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { isPresent } from '../consultation-form.ts';
import { problem, refused } from '../problem.ts';
import { bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Table = WorkshopResult.omit({ schema: true, consultation: true, by: true });
const NewTable = Table.omit({ id: true, version: true, at: true, changedAt: true });

const One = Code.extend({ id: z.string() });

const path = '/api/consultations/{code}/tables';
const seated = ({ schema: _s, consultation: _c, by: _b, ...shown }: WorkshopResult) => shown;

const wrong = (problems: readonly WorkshopProblem[], view: Wording) => {
  const errors = problems.map((one) => ({
    pointer: pointer(...one.path),
    detail: workshopProblem(one, view),
  }));
  return problem('invalid', { errors });
};

/** What the tables of a workshop agreed on. */
export function tableRoutes({ store, application, viewOf }: ApiParts): readonly Route[] {
  return [
    route({
      ...bare,
      method: 'get',
      path,
      scopes: ['results:read'],
      params: Code,
      answers: { 200: z.strictObject({ items: z.array(Table) }) },
      run: (call) =>
        withConsultation(store, call, async (its) =>
          answeredWith({ items: (await workshopResultsOf(store, its.id)).map(seated) }),
        ),
    }),
    route({
      ...bare,
      method: 'post',
      path,
      scopes: ['consultations:write'],
      params: Code,
      body: NewTable,
      answers: { 201: Table },
      problems: ['conflict'],
      run: ({ params, body, actor, language }) =>
        withConsultation(store, { params, actor }, async (its) => {
          const added = await addWorkshopResult(application, actor, { code: its.id, saying: body });
          if (added.outcome === 'done') return answeredWith(seated(added.result), 201);
          return added.outcome === 'invalid'
            ? wrong(added.problems, viewOf(its, language))
            : refused(added.outcome);
        }),
    }),
    route({
      ...bare,
      method: 'put',
      path: `${path}/{id}`,
      scopes: ['consultations:write'],
      params: One,
      body: NewTable,
      answers: { 200: Table },
      problems: ['conflict', 'changed'],
      run: ({ params, body, actor, language, ifMatch }) =>
        withConsultation(store, { params, actor }, async (its) => {
          const isExpected = (one: WorkshopResult) => isPresent(one, ifMatch);
          const change = { code: its.id, id: params.id, saying: body, isExpected };
          const set = await changeWorkshopResult(application, actor, change);
          if (set.outcome === 'done') return answeredWith(seated(set.result));
          return set.outcome === 'invalid'
            ? wrong(set.problems, viewOf(its, language))
            : refused(set.outcome);
        }),
    }),
    route({
      ...bare,
      method: 'delete',
      path: `${path}/{id}`,
      scopes: ['consultations:write'],
      params: One,
      answers: { 204: 'nothing' },
      problems: ['conflict'],
      async run({ params: { code, id }, actor }) {
        const { outcome } = await removeWorkshopResult(application, actor, { code, id });
        return outcome === 'done' ? { kind: 'empty' } : refused(outcome);
      },
    }),
  ];
}
