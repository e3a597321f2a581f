import { z } from 'zod';
import { DomainId } from '#domain/catalogue/domains.ts';

const Orientation = z
  .strictObject({ domain: DomainId, id: z.string(), title: z.string() })
  .meta({ title: 'Direction', description: 'One of the directions a domain may take.' });

const Impact = z
  .strictObject({
    from: z.string().describe('A direction.'),
    to: z.string().describe('A direction of another domain.'),
    strength: z.int().min(-3).max(3).describe('From -3 (hinders much) to 3 (favours much).'),
    reason: z.string().optional().describe('Why, in the language of the file.'),
  })
  .meta({ title: 'Impact' });

const part = (title: string) => z.number().min(0).max(1).describe(title);

const Composed = z.strictObject({
  state: z.literal('composed'),
  judgements: z
    .enum(['catalogue', 'workshop'])
    .optional()
    .describe("Whose judgements say how directions go together; absent in files of before: the catalogue's."),
  orientations: z.array(Orientation).describe('The directions that are named below.'),
  sets: z
    .array(
      z.strictObject({
        orientations: z.array(z.string()).describe('One direction a domain.'),
        inconsistency: z.int().min(0).describe('0: it holds together; 1: nearly.'),
      }),
    )
    .min(1)
    .max(3)
    .describe('Sets of directions that hold together, the one with the most support first.'),
  synergies: z.array(
    z.strictObject({
      ...Impact.shape,
      values: z
        .strictObject({
          economic: part('Share of jobs and performance.'),
          ecological: part('Share of environment and resilience.'),
          social: part('Share of quality of life and openness.'),
        })
        .optional()
        .describe('Among the benefits that people named on both sides.'),
    }),
  ),
  tensions: z.array(
    z.strictObject({
      domain: DomainId,
      favourite: z.string().describe('The direction the group prefers.'),
      chosen: z.string().describe('The direction in the first set.'),
      causes: z.array(Impact),
    }),
  ),
  change: z
    .strictObject({ from: z.string(), to: z.string() })
    .optional()
    .describe('The one change that would bring the preferences nearest to holding together.'),
});

/** The shared vision of a result, or why there is none. */
export const VisionForm = z
  .discriminatedUnion('state', [
    Composed,
    z.strictObject({
      state: z.literal('none'),
      reason: z.enum(['no-judgements', 'too-few', 'nothing-holds', 'waiting']),
    }),
  ])
  .meta({ title: 'Shared vision' });
export type VisionForm = z.infer<typeof VisionForm>;
