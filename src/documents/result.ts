import type { View } from '#cards/view.ts';
import type { GroupScenario } from '../domain/results/group-scenario.ts';
import type { VisionView } from '../domain/results/shared-vision.ts';

/** A released result of a consultation, in the language of its view: what its files are made from. */
export interface Result {
  readonly view: View;
  /** When it was released. */
  readonly at: string;
  readonly scenario: GroupScenario;
  readonly vision: VisionView;
}
