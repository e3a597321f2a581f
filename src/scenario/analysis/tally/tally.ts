import type { Catalogue, Trajectory } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { sum } from '../sum.ts';
import { type Changes, createChanges, note } from './changes.ts';
import type { Contribution } from './contribution.ts';
import type { CountTable } from './count-table.ts';
import { count, opinionOf, opinions, pack, places } from './packed.ts';
import { createPeople, type Entry, find, type People, put, remove } from './people.ts';

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
  /** One row a trajectory: its opinions within each category, roles first, then kinds of territory. */
  readonly byCategory: readonly Int32Array[];
  /** People with a ballot in each domain, in the order of `domains`. */
  readonly domainCounts: Int32Array;
  /** People by role and by kind of territory: every one of the catalogue's, in its order. */
  readonly roles: Map<string, number>;
  readonly territories: Map<string, number>;
  readonly people: People;
  readonly profiles: Profiles;
  readonly changes: Changes;
  /** Ids of those who answered on paper: among `people`, or apart from them. */
  readonly paper: Set<string>;
}

/** What people say of themselves, each different answer once; a person holds its number. */
interface Profiles {
  readonly all: Profile[];
  readonly numbers: Map<string, number>;
}

interface Profile {
  readonly roles: readonly string[];
  readonly territory: string | undefined;
  /** Its categories' numbers in a row of `byCategory`. */
  readonly categories: readonly number[];
}

/** An empty tally over the domains of a consultation; `released`: when its last result was, so that changes count from there. */
export function createTally(catalogue: Catalogue, domains: readonly DomainId[], released?: string): Tally {
  const trajectories = catalogue.domains
    .filter(({ id }) => domains.includes(id))
    .flatMap((domain) => domain.trajectories);
  const categories = catalogue.roles.length + catalogue.territories.length;
  return {
    n: 0,
    domains,
    trajectories,
    indexOf: new Map(trajectories.map(({ id }, i) => [id, i])),
    rows: trajectories.map(() => new Int32Array(places.width)),
    byCategory: trajectories.map(() => new Int32Array(categories * opinions)),
    domainCounts: new Int32Array(domains.length),
    roles: new Map(catalogue.roles.map((id) => [id, 0])),
    territories: new Map(catalogue.territories.map((id) => [id, 0])),
    people: createPeople(trajectories.length),
    profiles: { all: [], numbers: new Map() },
    changes: createChanges(released),
    paper: new Set(),
  };
}

/** Takes what a person contributes now in place of what they did before; `undefined`: they contribute nothing. */
export function replace(tally: Tally, id: string, contribution: Contribution | undefined): void {
  replaceEntry(tally, id, contribution && packed(tally, contribution));
}

/** `replace`, of what is packed already. */
export function replaceEntry(tally: Tally, id: string, after: Entry | undefined): void {
  const before = find(tally.people, id);
  note(tally.changes, id, before?.castAt, after?.castAt);
  if (before !== undefined) enter(tally, before, -1);
  if (after === undefined) remove(tally.people, id);
  else {
    enter(tally, after, 1);
    put(tally.people, id, after);
  }
}

/** How many people gave a ballot on a trajectory, "I don't know" included. */
export function examinedBy({ rows, indexOf }: Tally, trajectory: string): number {
  const row = rows[indexOf.get(trajectory) ?? -1];
  return row === undefined
    ? 0
    : row.subarray(places.stances, places.dontKnow + 1).reduce((sum, n) => sum + n, 0);
}

/** People against, neither, for and who don't know, on a trajectory. */
export function opinionsOn({ rows, indexOf }: Tally, trajectory: string): [number, number, number, number] {
  const row = rows[indexOf.get(trajectory) ?? -1];
  const at = (opinion: number) => row?.[places.stances + opinion] ?? 0;
  return [at(0) + at(1), at(2), at(3) + at(4), at(places.dontKnow)];
}

/**
 * Opinions on a trajectory (columns: against, neither, for, don't know) by kind of territory (rows, in the catalogue's
 * order), of those who said where they live. Raw counts: `publishable` says what may be shown.
 */
export function byTerritory(tally: Tally, trajectory: string): CountTable {
  const first = tally.roles.size;
  return tableOf([...tally.territories.keys()].map((_, i) => sidesOf(tally, trajectory, first + i)));
}

/** The same by role. A person may have several, so that rows may add up to more people than there are. */
export function byRole(tally: Tally, trajectory: string): CountTable {
  return tableOf([...tally.roles.keys()].map((_, i) => sidesOf(tally, trajectory, i)));
}

function sidesOf({ byCategory, indexOf }: Tally, trajectory: string, category: number): number[] {
  const row = byCategory[indexOf.get(trajectory) ?? -1];
  const at = (opinion: number) => row?.[category * opinions + opinion] ?? 0;
  return [at(0) + at(1), at(2), at(3) + at(4), at(places.dontKnow)];
}

function tableOf(cells: readonly (readonly number[])[]): CountTable {
  const rows = cells.map((row) => sum(row));
  const columns = [0, 1, 2, 3].map((c) => sum(cells.map((row) => row[c] ?? 0)));
  return { cells, rows, columns, total: sum(rows) };
}

/** Nothing when no ballot is on a trajectory of the consultation. */
function packed(tally: Tally, { castAt, roles, territory, ballots }: Contribution): Entry | undefined {
  const small = new Uint16Array(tally.trajectories.length);
  for (const [id, ballot] of Object.entries(ballots)) {
    const index = tally.indexOf.get(id);
    if (index !== undefined) small[index] = pack(ballot);
  }
  if (!small.some((ballot) => ballot !== 0)) return undefined;
  return { castAt: Date.parse(castAt), profile: profileOf(tally, roles, territory), ballots: small };
}

/** The number of what somebody says of themselves; kept to what the catalogue knows. */
export function profileOf(tally: Tally, said: readonly string[], where: string | undefined): number {
  const { all, numbers } = tally.profiles;
  const [known, places] = [[...tally.roles.keys()], [...tally.territories.keys()]];
  const roles = known.filter((id) => said.includes(id));
  const territory = places.find((id) => id === where);
  const key = JSON.stringify([roles, territory]);
  const number = numbers.get(key);
  if (number !== undefined) return number;
  const categories = [
    ...roles.map((id) => known.indexOf(id)),
    ...(territory === undefined ? [] : [known.length + places.indexOf(territory)]),
  ];
  numbers.set(key, all.length);
  return all.push({ roles, territory, categories }) - 1;
}

function enter(tally: Tally, { profile, ballots }: Entry, by: 1 | -1): void {
  const { roles = [], territory, categories = [] } = tally.profiles.all[profile] ?? {};
  tally.n += by;
  for (const role of roles) add(tally.roles, role, by);
  if (territory !== undefined) add(tally.territories, territory, by);
  const touched = new Set<DomainId>();
  ballots.forEach((ballot, index) => {
    const trajectory = tally.trajectories[index];
    if (ballot === 0 || trajectory === undefined) return;
    enterBallot(tally, index, ballot, categories, by);
    touched.add(trajectory.domain);
  });
  for (const domain of touched) {
    const place = tally.domains.indexOf(domain);
    tally.domainCounts[place] = (tally.domainCounts[place] ?? 0) + by;
  }
}

/** Counts somebody's ballot on the trajectory of a number, or takes it away (-1); `categories`: what they say of themselves. */
export function enterBallot(
  { rows, byCategory }: Pick<Tally, 'rows' | 'byCategory'>,
  index: number,
  ballot: number,
  categories: readonly number[],
  by: 1 | -1,
): void {
  const [row, opinionsBy] = [rows[index], byCategory[index]];
  if (ballot === 0 || row === undefined || opinionsBy === undefined) return;
  count(row, ballot, by);
  for (const category of categories) {
    const at = category * opinions + opinionOf(ballot);
    opinionsBy[at] = (opinionsBy[at] ?? 0) + by;
  }
}

function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
