import { z } from 'zod';
import { addWorkshopResult } from '#application/workshop/add-workshop-result.ts';
import { removeWorkshopResult } from '#application/workshop/remove-workshop-result.ts';
import { workshopResultsOf } from '#application/workshop/workshop-results.ts';
import { WorkshopResult } from '#domain/results/workshop-result.ts';
import { workshopProblem } from '#wording/workshop-problem.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem, refused } from '../problem.ts';
import { bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Table = WorkshopResult.omit({ schema: true, version: true, consultation: true, by: true });
const NewTable = Table.omit({ id: true, at: true });

const path = '/api/consultations/{code}/tables';
const seated = ({ schema: _s, version: _v, consultation: _c, by: _b, ...shown }: WorkshopResult) => shown;

/** What the tables of a workshop agreed on. */
export function tableRoutes({ store, application, viewOf }: ApiParts): readonly Route[] {
  return [
    route({
      ...bare,
      method: 'get',
      path,
      scopes: ['results:read'],
      summary: 'What each table of a workshop agreed on; counted apart from what persons answered.',
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
      summary: 'Adds what a table agreed on.',
      params: Code,
      body: NewTable,
      answers: { 201: Table },
      problems: ['conflict'],
      run: ({ params, body, actor, language }) =>
        withConsultation(store, { params, actor }, async (its) => {
          const added = await addWorkshopResult(application, actor, { code: its.id, saying: body });
          if (added.outcome === 'done') return answeredWith(seated(added.result), 201);
          if (added.outcome !== 'invalid') return refused(added.outcome);
          const view = viewOf(its, language);
          const errors = added.problems.map((one) => ({
            pointer: pointer(...one.path),
            detail: workshopProblem(one, view),
          }));
          return problem('invalid', { errors });
        }),
    }),
    route({
      ...bare,
      method: 'delete',
      path: `${path}/{id}`,
      scopes: ['consultations:write'],
      summary: 'Removes what a table agreed on.',
      params: Code.extend({ id: z.string() }),
      answers: { 204: 'nothing' },
      problems: ['conflict'],
      async run({ params: { code, id }, actor }) {
        const { outcome } = await removeWorkshopResult(application, actor, { code, id });
        return outcome === 'done' ? { kind: 'empty' } : refused(outcome);
      },
    }),
  ];
}
