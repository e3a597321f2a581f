import { z } from 'zod';
import { planPublication } from '#application/results/plan-publication.ts';
import { publishResult } from '#application/results/publish-result.ts';
import { ResultKind } from '#domain/results/group-scenario.ts';
import { answeredWith } from '../answered-with.ts';
import type { ApiParts } from '../api-parts.ts';
import { problem, refused } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Published = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('published'),
    kind: ResultKind,
    conversations: z.int().min(0),
  }),
  z.strictObject({ outcome: z.literal('unchanged') }),
]);
const Waiting = z.strictObject({ outcome: z.literal('waiting'), needed: z.int().min(1) });

const Plan = z.strictObject({
  at: z.iso
    .datetime({ offset: true })
    .describe('From this moment on the program publishes what stands then.'),
});
const Planned = z.strictObject({ at: z.iso.datetime() });

const publishing = { ...bare, scopes: ['publish'], params: Code } as const;
const one = '/api/consultations/{code}';

/** Results published: now, or from a moment on. */
export function publicationRoutes({ application }: ApiParts): readonly Route[] {
  return [
    route({
      ...publishing,
      method: 'post',
      path: `${one}/publish`,
      answers: { 200: Published, 202: Waiting },
      async run({ params: { code }, actor }) {
        const published = await publishResult(application, actor, { code });
        switch (published.outcome) {
          case 'published': {
            const { outcome, kind, conversations } = published;
            return answeredWith({ outcome, kind, conversations });
          }
          case 'quotes-changed':
          case 'unchanged':
            return answeredWith({ outcome: 'unchanged' });
          case 'waiting':
            return answeredWith(published, 202);
          default:
            return refused(published.outcome);
        }
      },
    }),
    route({
      ...publishing,
      method: 'put',
      path: `${one}/publication`,
      body: Plan,
      answers: { 200: Planned },
      problems: ['conflict'],
      async run({ params: { code }, body, actor, say }) {
        const at = new Date(body.at).toISOString();
        const planned = await planPublication(application, actor, { code, at });
        switch (planned.outcome) {
          case 'done':
          case 'unchanged':
            return answeredWith({ at });
          case 'invalid':
            return problem('invalid', { errors: [{ pointer: '#/at', detail: say('publishing.plan.past') }] });
          default:
            return refused(planned.outcome);
        }
      },
    }),
    route({
      ...publishing,
      method: 'delete',
      path: `${one}/publication`,
      answers: { 204: 'nothing' },
      async run({ params: { code }, actor }) {
        const { outcome } = await planPublication(application, actor, { code });
        if (outcome === 'done' || outcome === 'unchanged') return { kind: 'empty' };
        return refused(outcome === 'invalid' ? 'unfit' : outcome);
      },
    }),
  ];
}
