import { z } from 'zod';
import { keepSnapshot } from '#application/results/keep-snapshot.ts';
import { removeSnapshot } from '#application/results/remove-snapshot.ts';
import { snapshotsOf } from '#application/results/snapshots.ts';
import { Snapshot } from '#domain/results/snapshot.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem, refused } from '../problem.ts';
import { bare, pointer, type Route, route } from '../route.ts';
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
export function momentRoutes({ store, application }: ApiParts): readonly Route[] {
  return [
    route({
      ...reading,
      path: moments,
      answers: { 200: z.strictObject({ items: z.array(OneMoment) }) },
      run: (call) =>
        withConsultation(store, call, async (its) => {
          const all = await snapshotsOf(store, its.id);
          const items = all.toSorted((a, b) => a.at.localeCompare(b.at)).map(told);
          return answeredWith({ items });
        }),
    }),
    route({
      ...adding,
      path: moments,
      body: Snapshot.pick({ label: true }),
      answers: { 201: OneMoment },
      problems: ['too-few', 'not-final'],
      async run({ params: { code }, body: { label }, actor, say }) {
        const wish = { code, ...(label !== undefined && { label }) };
        const kept = await keepSnapshot(application, actor, wish);
        switch (kept.outcome) {
          case 'done':
            return answeredWith(told(kept.snapshot), 201);
          case 'invalid': {
            const detail = say('outcome.moments.no-name', { most: kept.most });
            return problem('invalid', { errors: [{ pointer: pointer('label'), detail }] });
          }
          case 'waiting':
            return tooFew(kept);
          case 'provisional':
            return problem('not-final');
          default:
            return refused(kept.outcome);
        }
      },
    }),
    route({
      ...removing,
      path: `${moments}/{id}`,
      async run({ params: { code, id }, actor }) {
        const { outcome } = await removeSnapshot(application, actor, { code, id });
        return outcome === 'done' ? { kind: 'empty' } : refused(outcome);
      },
    }),
  ];
}

const told = ({ id, at, label }: Snapshot) => ({ id, at, ...(label !== undefined && { label }) });
