import type { Stance } from '#domain/participant/ballot.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import { figuresIn } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { createFigureBlur, createReleaseBit } from '#projections/group/release-bit.ts';
import { crossTabulate } from '#scenario/analysis/disclosure/cross-tabulation.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import type { Releasing } from '#scenario/release/due.ts';
import { groupView, release } from '#scenario/release/group-view.ts';
import { catalogue } from '../../fixture.ts';
import { type Citizen, type Crowd, trajectories } from './crowd.ts';

/** What the attacker's people say now, each the same stances. */
export type PuppetViews = readonly Readonly<Record<string, Stance>>[];

/** A result as the attacker saw it come, with all that they knew then. */
export interface Seen {
  readonly kind: 'provisional' | 'final';
  readonly at: string;
  readonly view: Extract<GroupView, { state: 'released' }>;
  /** Whose answers are in it, the attacker's own apart. */
  readonly honest: readonly Citizen[];
  readonly puppets: PuppetViews;
}

/** A consultation in simulated time, with the program's own rules and a key that nobody knows. */
export function attacked({ minGroup, honest, secret }: Crowd) {
  const [bit, blur] = [createReleaseBit(secret), createFigureBlur(secret)];
  const tally = createTally(catalogue, ['mobility', 'health']);
  let its: Releasing = { minGroup, opensAt: timeAt(0), closed: false, expected: 50 };
  let [minutes, came] = [0, 0];
  let puppets: PuppetViews = [];
  let standingAt: string | undefined;
  let rows: CrossTabulation['rows'] = [];
  const left = new Set<string>();
  const seen: Seen[] = [];
  const look = () => {
    const now = timeAt(minutes);
    const chosen = { id: 'sample', minGroup };
    const { standing, isNew } = release(its, tally, catalogue, now, {
      bit: (after) => bit(chosen, after),
      blur: (figure) => blur(chosen, figure),
    });
    const { provisional: _, final: __, ...rest } = its;
    its = { ...rest, ...standing };
    const { final } = standing;
    if (isNew && final !== undefined && its.closed) rows = crossTabulate(tally, final, minGroup, rows);
    const view = groupView(its, tally.n, now);
    standingAt = view.state === 'waiting' ? undefined : view.at;
    if (view.state === 'waiting' || seen.some(({ at }) => at === view.at)) return;
    seen.push({ kind: view.kind, at: view.at, view, honest: there(), puppets });
  };
  const there = () => honest.slice(0, came).filter(({ id }) => !left.has(id));
  const cast = (id: string, views: Citizen['views'], profile?: Citizen['profile']) =>
    replace(tally, id, {
      castAt: timeAt(minutes),
      ...(profile ?? { roles: [] }),
      ballots: Object.fromEntries(
        Object.entries(views).map(([on, stance]) => [on, { stance, kept: false, benefits: [] }]),
      ),
    });
  const later = (act: () => void) => {
    minutes += 15;
    act();
    look();
  };
  return {
    seen,
    /** The state that stands now. */
    shown: () => seen.find(({ at }) => at === standingAt),
    honest: there,
    rows: () => rows,
    tally,
    /** The next of the honest comes; whether there was one. */
    next: () => {
      const one = honest[came];
      if (one === undefined) return false;
      later(() => {
        came += 1;
        cast(one.id, one.views, one.profile);
      });
      return true;
    },
    /** The attacker's people answer, or answer otherwise. */
    move: (views: PuppetViews, profile?: Citizen['profile']) =>
      later(() => {
        puppets = views;
        for (const [i, one] of views.entries()) cast(`p${i}`, one, profile);
      }),
    leave: (ids: readonly string[]) =>
      later(() => {
        for (const id of ids) {
          left.add(id);
          replace(tally, id, undefined);
        }
      }),
    removePuppets: () =>
      later(() => {
        for (const i of puppets.keys()) replace(tally, `p${i}`, undefined);
        puppets = [];
      }),
    close: () =>
      later(() => {
        its = { ...its, closed: true };
      }),
    reopen: () =>
      later(() => {
        its = { ...its, closed: false, reopenedAt: timeAt(minutes) };
      }),
  };
}

export type Attacked = ReturnType<typeof attacked>;

const timeAt = (minutes: number) =>
  new Date(Date.parse('2026-11-01T08:00:00.000Z') + minutes * 60_000).toISOString();

/** Shares for and against on a trajectory as shown, if they are. */
export function shownOn({ view }: Seen, trajectory: string) {
  const figures = figuresIn(view.scenario).get(trajectory);
  return figures && { wish: figures.support.share, refuse: figures.opposition.share };
}

export const everything = (stance: Stance): Readonly<Record<string, Stance>> =>
  Object.fromEntries(trajectories.map((id) => [id, stance]));
