import type { Leaves } from '#domain/records/meet.ts';
import type { BreakoutTable } from '#domain/results/breakout-table.ts';
import type { Wording } from '#wording/wording.ts';
import type { Step } from './steps.ts';

/** What is told of where things stand, each with its wording. */
export type Told =
  | 'unread'
  | 'cookie'
  | 'wait'
  | 'free'
  | 'mine'
  | 'done'
  | 'other'
  | 'taken'
  | 'waits'
  | 'invalid'
  | 'conflict';

/** Who writes for the table: nobody yet, this phone, or another one. */
export type Writes = 'free' | 'mine' | 'other';

/** A table as its phone shows it at a step. */
export interface TableView {
  /** Its catalogue holds what the table looks at alone. */
  readonly wording: Wording;
  readonly table: BreakoutTable;
  readonly writes: Writes;
  readonly step: Step;
  /** What stands of the whole table. */
  readonly standing: Leaves;
  readonly told: Told;
  /** What was sent and is not saved: it stands in the fields, with what keeps it from being saved. */
  readonly unsaved?: {
    readonly leaves: Leaves;
    readonly problems: Readonly<Record<string, string>>;
    /** What both changed: what stands, and what was sent, as people read them. */
    readonly conflicts: readonly ShownConflict[];
  };
}

interface ShownConflict {
  readonly name: string;
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}
