import type { Catalogue, Trajectory } from '#domain/catalogue.ts';
import type { DomainId } from '#domain/domains.ts';
import { type Changes, createChanges, note } from './changes.ts';
import type { Contribution } from './contribution.ts';
import { count, pack, places, trajectoryOf } from './packed.ts';

/** The running counts of a consultation. Changed in place by `replace` alone; read by the functions that compose. */
export interface Tally {
  /** People with at least one ballot on a trajectory of these domains. */
  n: number;
  readonly domains: readonly DomainId[];
  /** Those of the consultation's domains, in the catalogue's order. */
  readonly trajectories: readonly Trajectory[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** One row a trajectory: see `places`. */
  readonly rows: readonly Int32Array[];
  /** People with a ballot in each domain, in the order of `domains`. */
  readonly domainCounts: Int32Array;
  /** People by role and by kind of territory: every one of the catalogue's, in its order. */
  readonly roles: Map<string, number>;
  readonly territories: Map<string, number>;
  readonly people: Map<string, Packed>;
  readonly changes: Changes;
}

/** One person's contribution, small: about 8 bytes a ballot. */
interface Packed {
  /** In milliseconds. */
  readonly castAt: number;
  readonly roles: readonly string[];
  readonly territory: string | undefined;
  readonly ballots: readonly number[];
}

/** An empty tally over the domains of a consultation; `released`: when its last result was, so that changes count from there. */
export function createTally(catalogue: Catalogue, domains: readonly DomainId[], released?: string): Tally {
  const trajectories = catalogue.domains
    .filter(({ id }) => domains.includes(id))
    .flatMap((domain) => domain.trajectories);
  return {
    n: 0,
    domains,
    trajectories,
    indexOf: new Map(trajectories.map(({ id }, i) => [id, i])),
    rows: trajectories.map(() => new Int32Array(places.width)),
    domainCounts: new Int32Array(domains.length),
    roles: new Map(catalogue.roles.map((id) => [id, 0])),
    territories: new Map(catalogue.territories.map((id) => [id, 0])),
    people: new Map(),
    changes: createChanges(released),
  };
}

/** Takes what a person contributes now in place of what they did before; `undefined`: they contribute nothing. */
export function replace(tally: Tally, id: string, contribution: Contribution | undefined): void {
  const before = tally.people.get(id);
  const after = contribution && packed(tally, contribution);
  if (before !== undefined) enter(tally, before, -1);
  if (after !== undefined) enter(tally, after, 1);
  if (after === undefined) tally.people.delete(id);
  else tally.people.set(id, after);
  note(tally.changes, id, before?.castAt, after?.castAt);
}

/** How many people gave a ballot on a trajectory, "I don't know" included. */
export function examinedBy({ rows, indexOf }: Tally, trajectory: string): number {
  const row = rows[indexOf.get(trajectory) ?? -1];
  return row === undefined
    ? 0
    : row.subarray(places.stances, places.dontKnow + 1).reduce((sum, n) => sum + n, 0);
}

/** Nothing when no ballot is on a trajectory of the consultation. Kept small: the catalogue's own ids, an array without spare room. */
function packed(tally: Tally, { castAt, roles, territory, ballots }: Contribution): Packed | undefined {
  const small = Object.entries(ballots).flatMap(([id, ballot]) => {
    const index = tally.indexOf.get(id);
    return index === undefined ? [] : [pack(index, ballot)];
  });
  if (small.length === 0) return undefined;
  return {
    castAt: Date.parse(castAt),
    roles: [...tally.roles.keys()].filter((id) => roles.includes(id)),
    territory: [...tally.territories.keys()].find((id) => id === territory),
    ballots: small.slice(),
  };
}

function enter(tally: Tally, { roles, territory, ballots }: Packed, by: 1 | -1): void {
  tally.n += by;
  for (const role of roles) add(tally.roles, role, by);
  if (territory !== undefined) add(tally.territories, territory, by);
  const touched = new Set<DomainId>();
  for (const ballot of ballots) {
    const index = trajectoryOf(ballot);
    const row = tally.rows[index];
    const trajectory = tally.trajectories[index];
    if (row === undefined || trajectory === undefined) continue;
    count(row, ballot, by);
    touched.add(trajectory.domain);
  }
  for (const domain of touched) {
    const place = tally.domains.indexOf(domain);
    tally.domainCounts[place] = (tally.domainCounts[place] ?? 0) + by;
  }
}

function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
