import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Horizon } from '#domain/participant/ballot.ts';
import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { inconsistency } from './analysis/cross-impacts/cross-impact.ts';
import { impactMatrix } from './analysis/cross-impacts/impact-matrix.ts';

/** Tables, and the people who sat at them. */
interface Tables {
  readonly tables: number;
  readonly people: number;
}

/** What the tables of a workshop keep, beside what persons answered and never added to it. Plain data, no wording. */
export interface WorkshopScenario extends Tables {
  /** The consultation's domains of which a table said something. */
  readonly domains: readonly WorkshopDomain[];
  /** What strengthens what, in the words of each table. */
  readonly synergies: readonly (NonNullable<WorkshopResult['synergies']>[number] & {
    readonly table: string;
  })[];
  /** Of the tables that chose an orientation in each domain: how far the choice is from holding together, 0 when it does. */
  readonly visions: readonly {
    readonly table: string;
    readonly orientations: readonly string[];
    readonly inconsistency: number;
  }[];
}

interface WorkshopDomain extends Tables {
  readonly domain: DomainId;
  /** All of the domain's, in the catalogue's order. */
  readonly orientations: readonly (Tables & { readonly orientation: string })[];
  /** Those that a table keeps, from most tables on, then most people, then in the catalogue's order. */
  readonly kept: readonly KeptByTables[];
  readonly notes: readonly { readonly table: string; readonly note: string }[];
}

interface KeptByTables extends Tables {
  readonly trajectory: string;
  /** Tables by the horizon they gave. */
  readonly horizons: Readonly<Record<Horizon, number>>;
  readonly conditions: readonly { readonly table: string; readonly condition: string }[];
}

/** What tables keep in the domains of a consultation; what the catalogue no longer knows is left out. */
export function workshopScenario(
  list: readonly WorkshopResult[],
  catalogue: Pick<Catalogue, 'domains' | 'crossImpacts'>,
  domains: readonly DomainId[],
): WorkshopScenario {
  const all = catalogue.domains.filter(({ id }) => domains.includes(id));
  return {
    ...tablesOf(list),
    domains: all.map((domain) => domainOf(domain, list)).filter(({ tables }) => tables > 0),
    synergies: list.flatMap(({ table, synergies = [] }) => synergies.map((one) => ({ table, ...one }))),
    visions: visionsOf(list, all, catalogue.crossImpacts),
  };
}

const tablesOf = (list: readonly WorkshopResult[]): Tables => ({
  tables: list.length,
  people: list.reduce((sum, { people }) => sum + people, 0),
});

function domainOf(domain: Domain, list: readonly WorkshopResult[]): WorkshopDomain {
  const { id, orientations, trajectories } = domain;
  const said = list.filter(({ domains }) => {
    const { orientation, kept = {}, note } = domains[id] ?? {};
    const known = trajectories.some((one) => one.id in kept);
    return known || note !== undefined || orientations.some((one) => one === orientation);
  });
  return {
    domain: id,
    ...tablesOf(said),
    orientations: orientations.map((orientation) => ({
      orientation,
      ...tablesOf(said.filter(({ domains }) => domains[id]?.orientation === orientation)),
    })),
    kept: trajectories
      .map((trajectory) => keptOf(id, trajectory.id, said))
      .filter(({ tables }) => tables > 0)
      .toSorted((a, b) => b.tables - a.tables || b.people - a.people),
    notes: said.flatMap(({ table, domains }) => {
      const note = domains[id]?.note;
      return note === undefined ? [] : [{ table, note }];
    }),
  };
}

function keptOf(domain: DomainId, trajectory: string, said: readonly WorkshopResult[]): KeptByTables {
  const kept = said.flatMap((one) => {
    const its = one.domains[domain]?.kept[trajectory];
    return its === undefined ? [] : [{ one, its }];
  });
  const dated = (horizon: Horizon) => kept.filter(({ its }) => its.horizon === horizon).length;
  return {
    trajectory,
    ...tablesOf(kept.map(({ one }) => one)),
    horizons: {
      now: dated('now'),
      'under-5': dated('under-5'),
      '5-to-10': dated('5-to-10'),
      'over-10': dated('over-10'),
      never: dated('never'),
    },
    conditions: kept.flatMap(({ one: { table }, its: { condition } }) =>
      condition === undefined ? [] : [{ table, condition }],
    ),
  };
}

/** Nothing is checked where nothing is judged, or where there are no two domains to go together. */
function visionsOf(
  list: readonly WorkshopResult[],
  domains: readonly Domain[],
  crossImpacts: Catalogue['crossImpacts'],
): WorkshopScenario['visions'] {
  if (domains.length < 2 || Object.keys(crossImpacts).length === 0) return [];
  const matrix = impactMatrix({ domains, crossImpacts });
  return list.flatMap(({ table, domains: chosen }) => {
    const orientations = domains.flatMap(({ id, orientations: known }) =>
      known.filter((one) => one === chosen[id]?.orientation),
    );
    if (orientations.length < domains.length) return [];
    return { table, orientations, inconsistency: inconsistency(matrix, orientations) };
  });
}
