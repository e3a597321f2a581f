import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { DomainState, ItemStatus, Progress } from '#domain/participant/progress.ts';
import type { DeviceCounts } from '#domain/results/device-counts.ts';

/** The running counts of how a consultation goes. Changed in place by `countParticipation` alone. */
export interface ParticipationCounts {
  readonly people: Map<string, HeldProgress>;
  readonly domains: ReadonlyMap<DomainId, Record<DomainState, number>>;
  readonly ends: Record<End, number>;
  readonly roles: Map<string, number>;
  readonly territories: Map<string, number>;
  readonly devices: Record<keyof DeviceCounts, number>;
  readonly days: Map<string, number>;
  /** In the catalogue's order. */
  readonly items: readonly ItemCounts[];
  /** People by whole minutes given, of those who finished a domain; the last place: that many and more. */
  readonly minutes: Int32Array;
  readonly unclear: Map<string, { people: number; replies: number }>;
}

/** How far somebody went: each person is in one. `begun`: every domain they began, and not all; `one`: not all they began. */
type End = 'none' | 'one' | 'begun' | 'all';

interface ItemCounts {
  readonly item: string;
  readonly domain: DomainId;
  readonly people: Record<Mark, number>;
}

type Mark = ItemStatus | 'stopped';

/** Somebody's progress as it is held: small, for there may be very many. */
export interface HeldProgress
  extends Pick<Progress, 'startedOn' | 'roles' | 'territory' | 'device' | 'unclear'> {
  /** A letter a domain and a letter an item, in their order: see `letters`. */
  readonly states: string;
  readonly marks: string;
  /** Absent: they finished no domain, or the time is not known. */
  readonly minute?: number;
}

/** Minutes from which durations are no longer told apart. */
export const longestMinutes = 120;

/** Nobody yet, in the domains of a consultation; `catalogue`: as the consultation uses it. */
export function createParticipationCounts(
  catalogue: Catalogue,
  domains: readonly DomainId[],
): ParticipationCounts {
  const its = catalogue.domains.filter(({ id }) => domains.includes(id));
  return {
    people: new Map(),
    domains: new Map(domains.map((id) => [id, { untouched: 0, begun: 0, done: 0 }])),
    ends: { none: 0, one: 0, begun: 0, all: 0 },
    roles: new Map(catalogue.roles.map((id) => [id, 0])),
    territories: new Map(catalogue.territories.map((id) => [id, 0])),
    devices: { phone: 0, computer: 0, teams: 0, other: 0, paper: 0 },
    days: new Map(),
    items: its.flatMap(({ id: domain, questions, trajectories }) =>
      [...questions, ...trajectories].map(({ id }) => ({
        item: id,
        domain,
        people: { answered: 0, skipped: 0, 'dont-know': 0, stopped: 0 },
      })),
    ),
    minutes: new Int32Array(longestMinutes + 1),
    unclear: new Map(),
  };
}

/** Takes how far a person is now in place of how far they were; `undefined`: they take part no more. */
export function countParticipation(
  state: ParticipationCounts,
  id: string,
  progress: Progress | undefined,
): void {
  hold(state, id, progress && packed(state, progress));
}

/** `countParticipation`, of what is packed already. */
export function hold(state: ParticipationCounts, id: string, held: HeldProgress | undefined): void {
  const before = state.people.get(id);
  if (before !== undefined) enter(state, before, -1);
  if (held === undefined) state.people.delete(id);
  else {
    enter(state, held, 1);
    state.people.set(id, held);
  }
}

const letters = {
  untouched: 'u',
  begun: 'b',
  done: 'd',
  answered: 'a',
  skipped: 's',
  'dont-know': 'k',
  stopped: 'x',
} as const;
const none = '-';

function packed({ domains, items: all }: ParticipationCounts, progress: Progress): HeldProgress {
  const { startedOn, roles, territory, device, items, standsAt, spent, unclear } = progress;
  const markOf = (item: string) => (item === standsAt ? 'stopped' : items[item]);
  const stateOf = (id: DomainId) =>
    progress.domains.find(({ domain }) => domain === id)?.state ?? ('untouched' as const);
  const marks = all
    .map(({ item }) => markOf(item))
    .map((mark) => (mark === undefined ? none : letters[mark]));
  const states = [...domains.keys()].map((id) => letters[stateOf(id)]).join('');
  const timed = spent !== undefined && states.includes(letters.done);
  return {
    startedOn,
    roles,
    ...(territory !== undefined && { territory }),
    ...(device !== undefined && { device }),
    unclear,
    states,
    marks: marks.join(''),
    ...(timed && { minute: Math.min(longestMinutes, Math.floor(spent / 60)) }),
  };
}

function enter(state: ParticipationCounts, held: HeldProgress, by: 1 | -1): void {
  const { startedOn, roles, territory, device = 'other', unclear, states, marks, minute } = held;
  state.ends[endOf(states)] += by;
  let place = 0;
  for (const counts of state.domains.values()) bump(counts, states[place++], by);
  for (const role of new Set(roles)) addKnown(state.roles, role, by);
  if (territory !== undefined) addKnown(state.territories, territory, by);
  state.devices[device] += by;
  addDay(state.days, startedOn, by);
  state.items.forEach(({ people }, i) => {
    bump(people, marks[i], by);
  });
  if (minute !== undefined) state.minutes[minute] = (state.minutes[minute] ?? 0) + by;
  for (const [item, replies] of Object.entries(unclear)) addUnclear(state, item, replies, by);
}

function endOf(states: string): End {
  if (!states.includes(letters.done)) return 'none';
  if (states.includes(letters.begun)) return 'one';
  return states.includes(letters.untouched) ? 'begun' : 'all';
}

/** Counts what a letter stands for, where it stands for something. */
function bump<Key extends keyof typeof letters>(
  counts: Record<Key, number>,
  letter: string | undefined,
  by: 1 | -1,
): void {
  for (const key in counts) if (letters[key] === letter) counts[key] += by;
}

function addUnclear({ unclear }: ParticipationCounts, item: string, replies: number, by: 1 | -1): void {
  const { people, replies: before } = unclear.get(item) ?? { people: 0, replies: 0 };
  if (people + by === 0) unclear.delete(item);
  else unclear.set(item, { people: people + by, replies: before + by * replies });
}

/** What the catalogue no longer knows is left out. */
function addKnown(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = counts.get(key);
  if (count !== undefined) counts.set(key, count + by);
}

function addDay(days: Map<string, number>, day: string, by: 1 | -1): void {
  const count = (days.get(day) ?? 0) + by;
  if (count === 0) days.delete(day);
  else days.set(day, count);
}
