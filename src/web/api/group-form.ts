import { z } from 'zod';
import { DomainId } from '#domain/catalogue/domains.ts';
import { criteria } from '#domain/participant/ballot.ts';
import { Band, bandFrom } from '#domain/results/band.ts';
import {
  type Figures,
  GroupScenario,
  GroupTrajectory,
  type ResultKind,
} from '#domain/results/group-scenario.ts';
import { type GroupView, ReleasedView, WaitingView } from '#domain/results/group-view.ts';
import type { Parts } from '#domain/results/part-of.ts';
import { ToldPart, toldPart } from '#domain/results/told-part.ts';

const Tenths = z.number().describe('In tenths: 0.1 is at most one in ten, 0.9 at least nine in ten.');

const Exact = z
  .record(z.string(), z.int().nullable())
  .describe('People; null where the number is not told exactly.');
const Told = z.record(z.string(), ToldPart);

/** Who took part: as exact numbers alone, which programs of before read, then as far as it is told. */
const Who = z.strictObject({
  ...{ roles: Exact, territories: Exact },
  parts: z.strictObject({ roles: Told, territories: Told }),
  paper: ToldPart.optional().describe(
    'How many answered on paper, where somebody did: among the others, or apart, as the consultation says.',
  ),
});

/** A provisional result as it is answered: what its tenths and bands say, and nothing that is computed from them. */
const Provisional = z.strictObject({
  state: z.literal('released'),
  kind: z.literal('provisional'),
  at: z.iso.datetime(),
  minGroup: z.int(),
  scenario: z.strictObject({
    n: Band,
    who: Who,
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

const Final = ReleasedView.extend({ scenario: GroupScenario.extend({ who: Who }) });

/** What may be shown of a group now, as it is answered. */
export const GroupForm = z.union([Provisional, Final, WaitingView]);

export function groupForm(view: GroupView): z.input<typeof GroupForm> {
  if (view.state === 'waiting') return view;
  const { at, minGroup, scenario } = view;
  const who = whoForm(scenario.who, view.kind);
  if (view.kind === 'final') return { ...view, scenario: { ...scenario, who } };
  return {
    ...{ state: 'released', kind: 'provisional', at, minGroup },
    scenario: {
      n: bandFrom(scenario.n),
      who,
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

function whoForm({ roles, territories, paper }: GroupScenario['who'], kind: ResultKind): z.input<typeof Who> {
  const told = (parts: Parts) => mapped(parts, (part) => toldPart(part, kind));
  const parts = { roles: told(roles), territories: told(territories) };
  const exact = (its: Readonly<Record<string, ToldPart>>) =>
    mapped(its, (part) => (typeof part === 'number' ? part : null));
  return {
    ...{ roles: exact(parts.roles), territories: exact(parts.territories), parts },
    ...(paper !== undefined && { paper: toldPart(paper, kind) }),
  };
}

const mapped = <From, To>(its: Readonly<Record<string, From>>, to: (one: From) => To) =>
  Object.fromEntries(Object.entries(its).map(([id, one]) => [id, to(one)]));
