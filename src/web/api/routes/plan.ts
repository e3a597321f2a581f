import { z } from 'zod';
import { bounds } from '#domain/consultation/consultation.ts';
import { planOf } from '#scenario/coverage/plan-of.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const count = z.int().min(0);

const Plan = z.strictObject({
  expected: count.describe('People, if everyone who is expected comes and goes to the end.'),
  minGroup: count,
  trajectories: count,
  examined: count.describe('Trajectories that each person examines.'),
  views: z.strictObject({
    mean: z.number().describe('Views a trajectory.'),
    low: count.describe('What nine trajectories in ten have at least.'),
  }),
  withFigures: count.describe('Trajectories with at least `minGroup` views.'),
  minutes: count.describe('That a person needs.'),
  largest: count.describe(
    'The most trajectories of which each has twice `minGroup` views; 0: too few people for any.',
  ),
  peopleNeeded: count.describe('People that it takes for that with the present trajectories.'),
  recommended: z.array(z.string()).describe('The trajectories that are recommended in their place.'),
});

/** What comes of a consultation as it is set. */
export function planRoutes({ store, catalogues }: ApiParts): readonly Route[] {
  return [
    route({
      ...bare,
      method: 'get',
      path: '/api/consultations/{code}/plan',
      scopes: ['consultations:read'],
      params: Code,
      query: z.object({
        expected: z.coerce
          .number()
          .int()
          .min(1)
          .max(bounds.expected)
          .optional()
          .describe('In place of the setting.'),
      }),
      answers: { 200: Plan },
      run: ({ query, ...call }) =>
        withConsultation(store, call, async (its) => {
          const catalogue = catalogues.find(its.catalogue);
          const expected = query.expected ?? its.expected;
          const made = catalogue && planOf({ ...its, expected }, catalogue);
          if (made === undefined)
            return problem('invalid', {
              errors: [{ parameter: 'expected', detail: call.say('api.expected') }],
            });
          const { planned, ...rest } = made;
          return answeredWith({ ...rest, expected: planned.expected, minGroup: planned.minGroup });
        }),
    }),
  ];
}
