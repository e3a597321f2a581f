import type { DomainId } from '#domain/catalogue/domains.ts';
import type {
  GroupScenario,
  GroupTrajectory,
  KnownTrajectory,
  Opinion,
} from '#domain/results/group-scenario.ts';

/** What a result says that is worth reading before a seminar. */
export interface BriefingFacts {
  readonly scenario: GroupScenario;
  /** Common ground, then what is set aside: the clearest first. */
  readonly shared: readonly KnownTrajectory[];
  readonly refused: readonly KnownTrajectory[];
  /** The most divided first. */
  readonly contested: readonly KnownTrajectory[];
  /** What sets opinion groups apart, the widest gap first; a trajectory once. */
  readonly apart: readonly Apart[];
  /** By domain, where nobody or too few examined something: the emptiest first. */
  readonly unexamined: readonly Unexamined[];
  /** What many examined without knowing what to think of it; without figures where too few took a stance. */
  readonly unknown: readonly GroupTrajectory[];
}

/** What is typical of an opinion group; `group`: its place among them, from 0. */
export type Apart = Opinion['groups'][number]['typical'][number] & { readonly group: number };

export interface Unexamined {
  readonly domain: DomainId;
  readonly trajectories: readonly string[];
  /** How many trajectories the domain has. */
  readonly of: number;
}
