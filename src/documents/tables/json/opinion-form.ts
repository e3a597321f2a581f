import { z } from 'zod';
import { Opinion } from '#domain/results/group-scenario.ts';

const share = (description: string) => z.number().min(0).max(1).describe(description);

const typical = (description: string) =>
  z
    .array(
      z.strictObject({
        trajectory: z.string(),
        side: z.enum(['for', 'against']),
        inside: share('Share of these people on this side.'),
        outside: share('Share of the others on this side.'),
      }),
    )
    .describe(description);

const OpinionGroup = z
  .strictObject({
    count: z.int().min(0).describe('People in the group; never who they are.'),
    typical: typical('What sets it apart, the most telling first.'),
  })
  .meta({ title: 'Opinion group', description: 'People whose answers are alike.' });

const Spread = z
  .strictObject({
    count: z.int().min(0).describe('People who answered enough to be placed on the axis.'),
    low: typical('What is typical of the third of them at its low end, the most telling first.'),
    high: typical('What is typical of the third of them at its high end.'),
    bins: z
      .array(
        z.strictObject({
          from: z
            .number()
            .describe('In standard deviations from the middle; the first bin takes in everybody below it.'),
          to: z.number().describe('The last bin takes in everybody above it.'),
          count: z.int().min(0).describe('People who stand there: none, or minGroup at least.'),
        }),
      )
      .describe('How many stand where, from the low end on; empty where too few can be told apart.'),
  })
  .meta({
    title: 'Opinion spread',
    description: 'Opinion that is spread out along one axis, without camps.',
  });

/** How opinions part people: in groups, along an axis, or not clearly; of a final result alone. */
export const OpinionForm = z.strictObject({
  opinionShape: Opinion.shape.shape
    .unwrap()
    .optional()
    .describe(
      'Clusters: see opinionGroups. Spread: see opinionSpread. Unclear: neither. Absent: not worked out yet.',
    ),
  opinionGroups: z
    .array(OpinionGroup)
    .optional()
    .meta({ title: 'Opinion groups', description: 'Empty: no clear groups. Absent: not worked out yet.' }),
  opinionSpread: Spread.optional(),
});
export type OpinionForm = z.infer<typeof OpinionForm>;
