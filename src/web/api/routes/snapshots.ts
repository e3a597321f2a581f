import { z } from 'zod';
import { keepSnapshot } from '#application/results/keep-snapshot.ts';
import { Snapshot } from '#domain/results/snapshot.ts';
import { momentsOf } from '#web/admin/results/compare/comparable.ts';
import { shownOf } from '#web/admin/results/results-parts.ts';
import { answeredWith, noting } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';
import { tooFew } from './results.ts';

const OneMoment = Snapshot.pick({ id: true, at: true, label: true });

const moments = '/api/consultations/{code}/moments';
const reading = { ...bare, method: 'get', scopes: ['results:read'], params: Code } as const;
const adding = { ...bare, method: 'post', scopes: ['consultations:write'], params: Code } as const;
const removing = {
  ...bare,
  method: 'delete',
  scopes: ['consultations:write'],
  params: Code.extend({ id: z.string() }),
  answers: { 204: 'nothing' },
} as const;

/** Results kept as they were. */
export function momentRoutes({ store, assistant, catalogues }: ApiParts): readonly Route[] {
  return [
    route({
      ...reading,
      path: moments,
      summary: 'Results kept as they were, the earliest first.',
      answers: { 200: z.strictObject({ items: z.array(OneMoment) }) },
      run: ({ params }) =>
        withConsultation(store, params.code, async (its) => {
          const all = await momentsOf(its.id, { store });
          const items = all.toSorted((a, b) => a.at.localeCompare(b.at)).map(told);
          return answeredWith({ items });
        }),
    }),
    route({
      ...adding,
      path: moments,
      summary: 'Keeps the result last released.',
      body: Snapshot.pick({ label: true }),
      answers: { 201: OneMoment },
      problems: ['too-few'],
      run: ({ params, body, now }) =>
        withConsultation(store, params.code, async (its) => {
          const { group } = await shownOf(its, now, { tallies: assistant.tallies, catalogues });
          if (group.state === 'waiting') return tooFew(group);
          const { at, scenario } = group;
          const label = body.label === undefined ? {} : { label: body.label };
          await keepSnapshot(store, { consultation: its.id, at, scenario, ...label });
          const moment = (await momentsOf(its.id, { store })).find((one) => one.at === at);
          if (moment === undefined) return problem('not-found');
          const facts = { name: body.label ?? at };
          return noting(answeredWith(told(moment), 201), {
            action: 'moment-kept',
            consultation: its.id,
            facts,
          });
        }),
    }),
    route({
      ...removing,
      path: `${moments}/{id}`,
      summary: 'Keeps it no longer.',
      run: ({ params }) =>
        withConsultation(store, params.code, async (its) => {
          const kept = await store.load('moment', params.id);
          if (kept?.consultation !== its.id) return problem('not-found');
          await store.erase('moment', kept.id);
          const facts = { name: kept.label ?? kept.at };
          return noting({ kind: 'empty' }, { action: 'moment-removed', consultation: its.id, facts });
        }),
    }),
  ];
}

const told = ({ id, at, label }: Snapshot) => ({ id, at, ...(label !== undefined && { label }) });
