import { z } from 'zod';
import { DomainId } from '#domain/catalogue/domains.ts';
import { criteria } from '#domain/participant/ballot.ts';
import { bandFrom } from '#domain/results/band.ts';
import { type Figures, GroupScenario, GroupTrajectory, GroupView } from '#domain/results/group-scenario.ts';

const Band = z.strictObject({ from: z.int(), to: z.int() }).describe('So many people at least, and at most.');
const Tenths = z.number().describe('In tenths: 0.1 is at most one in ten, 0.9 at least nine in ten.');

/** A provisional result as it is answered: what its tenths and bands say, and nothing that is computed from them. */
const Provisional = z.strictObject({
  state: z.literal('released'),
  kind: z.literal('provisional'),
  at: z.iso.datetime(),
  minGroup: z.int(),
  scenario: z.strictObject({
    n: Band,
    who: GroupScenario.shape.who,
    domains: z.array(
      z.strictObject({
        domain: DomainId,
        n: Band.nullable(),
        trajectories: z.array(
          z.strictObject({
            ...GroupTrajectory.omit({ figures: true }).shape,
            figures: z
              .strictObject({
                ...{ n: Band, examined: Band, support: Tenths, opposition: Tenths, dontKnowRate: Tenths },
                kept: Tenths,
                benefits: z.record(z.enum(criteria), Tenths),
              })
              .optional(),
          }),
        ),
      }),
    ),
  }),
});

/** What may be shown of a group now, as it is answered. */
export const GroupForm = z.union([Provisional, GroupView]);

export function groupForm(view: GroupView): z.input<typeof GroupForm> {
  if (view.state === 'waiting' || view.kind === 'final') return view;
  const { at, minGroup, scenario } = view;
  return {
    ...{ state: 'released', kind: 'provisional', at, minGroup },
    scenario: {
      n: bandFrom(scenario.n),
      who: scenario.who,
      domains: scenario.domains.map(({ domain, n, trajectories }) => ({
        ...{ domain, n: n === null ? null : bandFrom(n) },
        trajectories: trajectories.map(({ figures, ...its }) =>
          figures === undefined ? its : { ...its, figures: coarse(figures) },
        ),
      })),
    },
  };
}

const coarse = ({ n, examined, support, opposition, dontKnowRate, kept, benefits }: Figures) => ({
  ...{ n: bandFrom(n), examined: bandFrom(examined), dontKnowRate, kept, benefits },
  ...{ support: support.share, opposition: opposition.share },
});
