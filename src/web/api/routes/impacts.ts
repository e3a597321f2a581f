import { z } from 'zod';
import { clearImpacts } from '#application/results/clear-impacts.ts';
import { setImpacts } from '#application/results/set-impacts.ts';
import { readImpactsCsv } from '#documents/tables/impacts/read-impacts-csv.ts';
import type { Catalogue, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { impactChanges } from '#scenario/analysis/cross-impacts/impact-changes.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem, refused, type Wrong } from '../problem.ts';
import { type ApiCaller, bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Strength = z.int().min(-3).max(3);
const Impacts = z.record(z.string(), z.record(z.string(), Strength));

const Judgements = z.strictObject({
  catalogue: Impacts.describe('Every direction on those of other domains.'),
  workshop: Impacts.nullable().describe("The workshop's own; null: there are none."),
  changes: z.array(z.strictObject({ from: z.string(), to: z.string(), before: z.int(), after: z.int() })),
});

const Given = z.union([
  z.strictObject({ impacts: Impacts.describe('What is left out is 0.') }),
  z.strictObject({ csv: z.string().max(60_000).describe('A square table, as the space writes it.') }),
]);

const path = '/api/consultations/{code}/cross-impacts';

/** How a workshop judges the directions to go together, beside the catalogue. */
export function impactRoutes(parts: ApiParts): readonly Route[] {
  const { store, application, catalogues } = parts;
  const catalogueOf = (its: Consultation) => inDomains(its, catalogues.asWritten(its));
  const told = (its: Consultation) => {
    const { crossImpacts: catalogue } = catalogueOf(its);
    const { crossImpacts: workshop = null } = its;
    return answeredWith({
      ...{ catalogue, workshop },
      changes: workshop === null ? [] : impactChanges(catalogue, workshop),
    });
  };
  return [
    route({
      ...bare,
      method: 'get',
      path,
      scopes: ['results:read'],
      params: Code,
      answers: { 200: Judgements },
      run: (call) => withConsultation(store, call, async (its) => told(its)),
    }),
    route({
      ...bare,
      method: 'put',
      path,
      scopes: ['consultations:write'],
      params: Code,
      body: Given,
      answers: { 200: Judgements },
      problems: ['conflict'],
      run: ({ params, body, say, actor }) =>
        withConsultation(store, { params, actor }, async (its) => {
          const read = impactsIn(body, catalogueOf(its), say);
          if ('errors' in read) return problem('invalid', read);
          const set = await setImpacts(application, actor, { code: its.id, impacts: read.impacts });
          if (set.outcome === 'done') return told(set.consultation);
          if (set.outcome !== 'invalid') return refused(set.outcome);
          const errors = set.wrong.slice(0, most).map(({ from, to }) => ({
            pointer: pointer('impacts', from, to),
            detail: say('api.wrong.impact', { from, to }),
          }));
          return problem('invalid', { errors });
        }),
    }),
    route({
      ...bare,
      method: 'delete',
      path,
      scopes: ['consultations:write'],
      params: Code,
      answers: { 204: 'nothing' },
      problems: ['conflict'],
      async run({ params: { code }, actor }) {
        const { outcome } = await clearImpacts(application, actor, { code });
        return outcome === 'done' || outcome === 'unchanged' ? { kind: 'empty' } : refused(outcome);
      },
    }),
  ];
}

/** The most wrong pairs that are told of one call. */
const most = 50;

/** What was sent, as JSON or as a table, not judged yet. */
function impactsIn(
  given: z.output<typeof Given>,
  catalogue: Catalogue,
  say: ApiCaller['say'],
): { readonly impacts: CrossImpacts } | { readonly errors: readonly Wrong[] } {
  if ('impacts' in given) return given;
  const read = readImpactsCsv(given.csv, catalogue);
  if ('impacts' in read) return read;
  const errors = read.problems.map(({ code, row, column = 0, value = '' }) => ({
    pointer: pointer('csv'),
    detail: say('api.wrong.csv', { code, row, column, value }),
  }));
  return { errors };
}
