import type { DomainId } from '../catalogue/domains.ts';
import type { Device } from './device.ts';

/** How far one person is, and where they stopped: nothing of what they said. */
export interface Progress {
  /** The day they came, where the consultation is held: `2026-12-15`. */
  readonly startedOn: string;
  /** Empty: declined or not said. */
  readonly roles: readonly string[];
  /** Absent: declined or not said. */
  readonly territory?: string;
  /** On what they began; absent: not known. */
  readonly device?: Device;
  /** The consultation's domains, in its order. */
  readonly domains: readonly { readonly domain: DomainId; readonly state: DomainState }[];
  /** What became of each question and trajectory that is behind them, by its id. */
  readonly items: Readonly<Record<string, ItemStatus>>;
  /** The question or trajectory they stand at, in a domain they have begun. */
  readonly standsAt?: string;
  /** The time they gave to it, in seconds; absent: not known. */
  readonly spent?: number;
  /** Replies that were not understood, by what was asked then. */
  readonly unclear: Readonly<Record<string, number>>;
}

/** `begun`: they were asked something of it. */
export type DomainState = 'untouched' | 'begun' | 'done';

export type ItemStatus = 'answered' | 'skipped' | 'dont-know';
