import { z } from 'zod';
import { correctFollowUp } from '#application/follow-up/correct-follow-up.ts';
import { type FollowUpOutcome, writeFollowUp } from '#application/follow-up/write-follow-up.ts';
import { FollowUp, followUpBounds, followUpStates } from '#domain/consultation/follow-up/follow-up.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem, refused } from '../problem.ts';
import { type ApiAnswer, bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

/** Looked at by the rule, which says in words what is wrong. */
const Saying = z.strictObject({
  trajectory: z.string().optional().describe('Absent: on the consultation as a whole.'),
  state: z.enum(followUpStates),
  why: z.record(z.string(), z.string()).describe('Per language that the consultation is held in.'),
  charge: z.string().optional().describe("A service or an office, not a person's name."),
});

const path = '/api/consultations/{code}/follow-ups';

/** What was done with the result, as whoever is responsible answers. */
export function followUpRoutes({ store, application }: ApiParts): readonly Route[] {
  return [
    route({
      ...bare,
      method: 'get',
      path,
      scopes: ['results:read'],
      params: Code,
      answers: { 200: z.strictObject({ items: z.array(FollowUp).describe('The earliest first.') }) },
      run: (call) =>
        withConsultation(store, call, async ({ followUps = [] }) => answeredWith({ items: followUps })),
    }),
    route({
      ...bare,
      method: 'post',
      path,
      scopes: ['publish'],
      params: Code,
      body: Saying,
      answers: { 201: FollowUp },
      problems: ['conflict'],
      run: async ({ params: { code }, body, actor, say }) =>
        answered(await writeFollowUp(application, actor, { code, saying: body }), say, 201),
    }),
    route({
      ...bare,
      method: 'put',
      path: `${path}/{id}`,
      scopes: ['publish'],
      params: Code.extend({ id: z.string() }),
      body: Saying,
      answers: { 200: FollowUp },
      problems: ['conflict'],
      run: async ({ params: { code, id }, body, actor, say }) =>
        answered(await correctFollowUp(application, actor, { code, id, saying: body }), say, 200),
    }),
  ];
}

function answered(done: FollowUpOutcome, say: Say, status: 200 | 201): ApiAnswer {
  switch (done.outcome) {
    case 'done':
      return answeredWith(done.followUp, status);
    case 'invalid':
      return problem('invalid', {
        errors: done.problems.map(({ path, code }) => ({
          pointer: pointer(...path),
          detail: say(`follow-up.problem.${code}`, followUpBounds),
        })),
      });
    case 'too-many':
      return problem('invalid', {
        errors: [{ pointer: '#', detail: say('follow-up.problem.too-many', { most: done.most }) }],
      });
    default:
      return refused(done.outcome);
  }
}
