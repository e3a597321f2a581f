import { z } from 'zod';
import { readImpactsCsv } from '#documents/tables/impacts/read-impacts-csv.ts';
import type { Catalogue, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import { impactChanges } from '#scenario/analysis/cross-impacts/impact-changes.ts';
import { inDomains } from '#web/admin/results/judgements/in-domains.ts';
import { answeredWith, noting } from '../answered-with.ts';
import { type ApiParts, changed, withConsultation } from '../api-parts.ts';
import { problem, type Wrong } from '../problem.ts';
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
  const { store, catalogues } = parts;
  const catalogueOf = (its: Consultation) => inDomains(its, catalogues.of(its));
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
      summary: "The catalogue's judgements, the workshop's own, and what differs.",
      params: Code,
      answers: { 200: Judgements },
      run: ({ params }) => withConsultation(store, params.code, async (its) => told(its)),
    }),
    route({
      ...bare,
      method: 'put',
      path,
      scopes: ['consultations:write'],
      summary: "Sets the workshop's own, as JSON or as a CSV table; all of it or nothing.",
      params: Code,
      body: Given,
      answers: { 200: Judgements },
      problems: ['conflict'],
      run: ({ params, body, say }) =>
        withConsultation(store, params.code, async (its) => {
          if (its.archivedAt !== undefined) return problem('conflict');
          const read = judged(body, catalogueOf(its), say);
          if ('errors' in read) return problem('invalid', read);
          const crossImpacts = mutable(read.impacts);
          const saved = await changed(store, its, (before) => ({ ...before, crossImpacts }));
          if ('kind' in saved) return saved;
          return noting(told(saved), { action: 'impacts-set', consultation: its.id });
        }),
    }),
    route({
      ...bare,
      method: 'delete',
      path,
      scopes: ['consultations:write'],
      summary: "Removes the workshop's own.",
      params: Code,
      answers: { 204: 'nothing' },
      problems: ['conflict'],
      run: ({ params }) =>
        withConsultation(store, params.code, async (its) => {
          if (its.archivedAt !== undefined) return problem('conflict');
          if (its.crossImpacts === undefined) return { kind: 'empty' };
          const saved = await changed(store, its, (before) => without(before, 'crossImpacts'));
          if ('kind' in saved) return saved;
          return noting({ kind: 'empty' }, { action: 'impacts-cleared', consultation: its.id });
        }),
    }),
  ];
}

function judged(
  given: z.output<typeof Given>,
  catalogue: Catalogue,
  say: ApiCaller['say'],
): { readonly impacts: CrossImpacts } | { readonly errors: readonly Wrong[] } {
  if ('csv' in given) {
    const read = readImpactsCsv(given.csv, catalogue);
    if ('impacts' in read) return read;
    const errors = read.problems.map(({ code, line, column = 0, value = '' }) => ({
      pointer: pointer('csv'),
      detail: say('api.wrong.csv', { code, line, column, value }),
    }));
    return { errors };
  }
  const domainOf = new Map(
    catalogue.domains.flatMap(({ id, orientations }) => orientations.map((one) => [one, id])),
  );
  const errors = Object.entries(given.impacts).flatMap(([from, row]) =>
    Object.keys(row).flatMap((to) => {
      const [source, target] = [domainOf.get(from), domainOf.get(to)];
      if (source !== undefined && target !== undefined && source !== target) return [];
      return [{ pointer: pointer('impacts', from, to), detail: say('api.wrong.impact', { from, to }) }];
    }),
  );
  if (errors.length > 0) return { errors: errors.slice(0, 50) };
  const all = [...domainOf.keys()];
  const row = (from: string) =>
    all
      .filter((to) => domainOf.get(to) !== domainOf.get(from))
      .map((to) => [to, given.impacts[from]?.[to] ?? 0]);
  return { impacts: Object.fromEntries(all.map((from) => [from, Object.fromEntries(row(from))])) };
}

const mutable = (impacts: CrossImpacts): Record<string, Record<string, number>> =>
  Object.fromEntries(Object.entries(impacts).map(([from, row]) => [from, { ...row }]));
