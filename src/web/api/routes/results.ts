import { z } from 'zod';
import { mayDo } from '#application/actor.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { GroupTrajectory } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { VisionView } from '#domain/results/shared-vision.ts';
import { categoryView } from '#scenario/analysis/disclosure/cross-tabulation.ts';
import { compared } from '#scenario/comparison.ts';
import { visionView } from '#scenario/vision.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { GroupForm, groupForm } from '../group-form.ts';
import { problem } from '../problem.ts';
import { type ApiAnswer, type ApiCaller, bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Share = z.strictObject({ share: z.number(), low: z.number(), high: z.number() });

const Categories = z.strictObject({
  category: z.string(),
  trajectories: z.array(
    z.strictObject({
      trajectory: z.string(),
      at: z.iso.datetime(),
      figures: z
        .strictObject({
          n: z.int(),
          favour: Share,
          against: Share.nullable(),
          dontKnow: z.strictObject({ n: z.int(), share: z.number() }).nullable(),
        })
        .nullable()
        .describe('null: they may not be shown.'),
    }),
  ),
});

const Both = <Item extends z.ZodType>(item: Item) => z.strictObject({ before: item, after: item });
const Comparison = z.strictObject({
  kind: z
    .enum(['consultations', 'moments'])
    .describe('Moments: the same people may be in both, so nothing is called apart.'),
  n: Both(z.int()),
  trajectories: z.array(
    z.strictObject({
      trajectory: z.string(),
      ...Both(GroupTrajectory.shape.figures.unwrap()).shape,
      difference: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }),
      moved: Both(GroupTrajectory.shape.class).optional(),
      apart: z.boolean().optional(),
    }),
  ),
  only: Both(z.array(z.string())),
});

const Visions = z.strictObject({
  catalogue: VisionView.describe("Over the catalogue's judgements."),
  workshop: VisionView.optional().describe("Over the workshop's own, where there are any."),
});

const one = '/api/consultations/{code}';
const reading = { ...bare, method: 'get', scopes: ['results:read'], params: Code } as const;

/** Results, read in each way. */
export function resultRoutes(parts: ApiParts): readonly Route[] {
  const { store, application, catalogues } = parts;
  const { groupOf } = application;
  const its = (
    call: ApiCaller & { readonly params: z.output<typeof Code> },
    run: (given: Consultation, view: GroupView) => Promise<ApiAnswer>,
  ) => withConsultation(store, call, async (given) => run(given, await groupOf(given)));
  return [
    route({
      ...reading,
      path: `${one}/results`,
      answers: { 200: GroupForm },
      run: (call) => its(call, async (_, view) => answeredWith(groupForm(view))),
    }),
    route({
      ...reading,
      path: `${one}/results/categories`,
      query: z.object({ role: z.string().optional(), territory: z.string().optional() }),
      answers: { 200: Categories },
      problems: ['too-few', 'not-final'],
      run: (call) =>
        its(call, async (given, view) => {
          const { role, territory } = call.query;
          const { roles, territories } = catalogues.of(given);
          const known = role === undefined ? territories : roles;
          const id = role ?? territory ?? '';
          if ((role === undefined) === (territory === undefined) || !known.includes(id)) {
            const parameter = role === undefined ? 'territory' : 'role';
            return problem('invalid', { errors: [{ parameter, detail: call.say('api.wrong.category') }] });
          }
          if (view.state === 'waiting') return tooFew(view);
          if (view.kind === 'provisional') return problem('not-final');
          const rows = (await store.load('cross-tabulation', given.id))?.rows ?? [];
          const of = role === undefined ? 'territories' : 'roles';
          return answeredWith({ category: id, trajectories: categoryView({ rows }, { of, id }) });
        }),
    }),
    route({
      ...reading,
      path: `${one}/results/vision`,
      answers: { 200: Visions },
      run: (call) =>
        its(call, async (given, view) => {
          return answeredWith({
            catalogue: visionView(view, catalogues.asWritten(given)),
            ...(given.crossImpacts && { workshop: visionView(view, catalogues.of(given)) }),
          });
        }),
    }),
    route({
      ...reading,
      path: `${one}/results/comparison`,
      query: z.object({ with: z.string().describe('The id of a moment, or the code of a consultation.') }),
      answers: { 200: Comparison },
      problems: ['too-few', 'not-final'],
      run: (call) =>
        its(call, async (given, view) => {
          if (view.state === 'waiting') return tooFew(view);
          if (view.kind === 'provisional') return problem('not-final');
          const id = call.query.with;
          const kept = await store.load('snapshot', id);
          if (kept?.consultation === given.id)
            return answeredWith(compared(kept.scenario, view.scenario, 'moments'));
          const isOther = id !== given.id && mayDo(call.actor, 'results:read', id);
          const other = isOther ? await store.load('consultation', id) : undefined;
          if (other === undefined)
            return problem('invalid', {
              errors: [{ parameter: 'with', detail: call.say('api.wrong.comparison') }],
            });
          const beside = await groupOf(other);
          if (beside.state === 'waiting') return tooFew(beside);
          if (beside.kind === 'provisional') return problem('not-final');
          return answeredWith(compared(beside.scenario, view.scenario, 'consultations'));
        }),
    }),
  ];
}

export const tooFew = ({ needed }: { readonly needed: number }) => problem('too-few', { values: { needed } });
