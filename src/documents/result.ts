import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import type { Wording } from '#wording/wording.ts';

/** A released result of a consultation, in one language: what its files are made from. */
export interface Result {
  readonly wording: Wording;
  /** A provisional one is told coarsely. */
  readonly kind: 'provisional' | 'final';
  /** When it was released. */
  readonly at: string;
  readonly scenario: GroupScenario;
  readonly vision: VisionView;
}
