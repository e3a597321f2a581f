import { z } from 'zod';
import { sources } from '#domain/catalogue/catalogue.ts';
import { DomainId } from '#domain/catalogue/domains.ts';
import { FollowUp } from '#domain/consultation/follow-up/follow-up.ts';
import { TownFigures } from '#domain/consultation/town-figures.ts';
import { horizons } from '#domain/participant/ballot.ts';
import { GroupTrajectory, Shift } from '#domain/results/group-scenario.ts';
import { ToldPart } from '#domain/results/told-part.ts';
import { Benefits, CoarseFigures, counted } from './coarse-form.ts';
import { OpinionForm } from './opinion-form.ts';
import { VisionForm } from './vision-form.ts';

/** Where the form stands, whatever the address of the program. */
const formPattern = /^https?:\/\/.+\/schemas\/resultats-1\.json$/;

/** Where the form of a file stands on a server; another form gets another number. */
export const resultFormAddress = '/schemas/resultats-1.json';

const share = (description: string) => z.number().min(0).max(1).describe(description);
const count = (description: string) => z.int().min(0).describe(description);
const hideable = (description: string) => z.int().min(0).nullable().describe(description);

const Share = z
  .strictObject({
    share: share('Share of the people who gave a stance.'),
    low: share('Low end of the 95 % interval (Wilson 1927).'),
    high: share('High end of the 95 % interval (Wilson 1927).'),
  })
  .meta({ title: 'Share with its interval' });

const Figures = z
  .strictObject({
    n: count('People who gave a stance.'),
    examined: count('People who examined the trajectory: those who gave a stance and those who do not know.'),
    dontKnowRate: share('Share of those who examined it and do not know.'),
    support: Share.describe('Rather or very desirable.'),
    opposition: Share.describe('Rather or very undesirable.'),
    agreement: z
      .number()
      .min(-1)
      .max(1)
      .describe('A of van der Eijk (2001): 1 all agree, 0 evenly spread, -1 split between the two ends.'),
    kept: share('Share of those who examined it and keep it for their scenario.'),
    horizon: z
      .strictObject({
        n: count('People who said when.'),
        q1: z.enum(horizons).describe('A quarter of them say this or sooner.'),
        median: z.enum(horizons).describe('The answer in the middle.'),
        q3: z.enum(horizons).describe('Three quarters of them say this or sooner.'),
      })
      .optional()
      .meta({ title: 'When', description: 'Absent when too few people said when.' }),
    benefits: Benefits,
  })
  .meta({ title: 'Figures', description: 'Absent when fewer than minGroup people gave a stance.' });

const Trajectory = z
  .strictObject({
    id: z.string(),
    title: z.string().describe('In the language of the file.'),
    source: z.enum(sources).describe('Who wrote its idea.'),
    orientation: z.string().describe('The direction of its domain that it leans towards.'),
    class: GroupTrajectory.shape.class.describe('What the group makes of it.'),
    reason: GroupTrajectory.shape.reason.unwrap().optional().describe('Why it is open.'),
    figures: z.union([Figures, CoarseFigures]).optional(),
  })
  .meta({ title: 'Trajectory' });

const part = (title: string, description: string) =>
  z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string().describe('In the language of the file.'),
        count: hideable('People; null where the number is not told exactly.'),
        people: ToldPart.optional().describe('The same as far as it is told; absent in files of before.'),
      }),
    )
    .meta({ title, description });

const Participants = z
  .strictObject({
    count: counted.describe('People who chose to take part and gave at least one view.'),
    selfSelected: z.literal(true).describe('They chose to take part: they are no sample of the inhabitants.'),
    roles: part('Roles', 'A person may have several.'),
    territories: part('Kinds of territory', 'A person has one at most.'),
    townFigures: TownFigures.extend({
      weighted: z.literal(false).describe('No answer counts for more than another.'),
    })
      .optional()
      .meta({
        title: 'Figures of the town',
        description:
          'Shares of the inhabitants by role and kind of territory, in per cent, and who counted; absent: not given.',
      }),
  })
  .meta({ title: 'Participants' });

/** The released result of a consultation, as data: aggregates only. */
export const ResultForm = z.strictObject({
  $schema: z.string().regex(formPattern).describe('Where the form of this file stands.'),
  kind: z
    .enum(['provisional', 'final'])
    .optional()
    .describe('Provisional: in tenths and bands of five people. Final, or absent: exact.'),
  language: z.string().describe('The language of the titles.'),
  generated: z.iso.datetime().describe('When the result was released.'),
  minGroup: z
    .int()
    .min(3)
    .describe(
      'The smallest group of people on whom a share is worked out. Roles and kinds of territory are told from five people on.',
    ),
  licence: z.strictObject({ id: z.string(), name: z.string(), url: z.url() }).optional().meta({
    title: 'Licence',
    description: 'Absent where figures stand on fewer than 11 people: not to be published.',
  }),
  source: z
    .strictObject({
      producer: z.string().describe('Who is responsible for the consultation and its data.'),
      catalogue: z.strictObject({ id: z.string(), version: z.string(), edition: z.string() }),
    })
    .meta({ title: 'Source' }),
  method: z
    .array(
      z.strictObject({
        id: z.string(),
        url: z.url().describe('The publication the figure follows.'),
      }),
    )
    .meta({ title: 'Method', description: 'How the figures are worked out.' }),
  consultation: z
    .strictObject({
      code: z.string(),
      title: z.string(),
      territory: z.string(),
      opensAt: z.iso.datetime(),
      closesAt: z.iso.datetime().optional(),
    })
    .meta({ title: 'Consultation' }),
  participants: Participants,
  domains: z
    .array(
      z.strictObject({
        id: DomainId,
        title: z.string(),
        participants: counted
          .nullable()
          .describe('People with at least one view in the domain; null where it may not be shown.'),
        trajectories: z.array(Trajectory),
      }),
    )
    .meta({ title: 'Domains' }),
  ...OpinionForm.shape,
  secondRound: Shift.optional().meta({
    title: 'Second round',
    description:
      'What a second round moved, from the stances of the same people before and after they saw the first result: `towards` counts people, `mean` is in points of the scale with its 95 % interval (Student, paired). Absent: there was none, or too few looked again.',
  }),
  vision: VisionForm,
  followUp: z.array(FollowUp).optional().meta({
    title: 'Follow-up',
    description:
      'What was done with the result, as whoever is responsible wrote it, the earliest first. Absent: nothing was written.',
  }),
});
export type ResultForm = z.infer<typeof ResultForm>;

/** The JSON Schema (2020-12) of what `json` writes, as it stands at an address of the program (without a final slash). */
export function resultSchema(address: string): Readonly<Record<string, unknown>> {
  const { $schema, ...form } = z.toJSONSchema(ResultForm, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: `${address}${resultFormAddress}`,
    title: 'Result of a consultation',
    description:
      'What the people who chose to take part made of the trajectories of a territory: aggregates only, each on minGroup people at least.',
    ...form,
  };
}
