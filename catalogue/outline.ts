import type { YamlSheet } from './files/sheet.ts';
import type { QuestionShape, TrajectoryShape } from './schema.ts';

/** A domain's structure as far as it is well formed: an entry that is not stands as undefined, in its place. */
export interface Outline {
  readonly sheet: YamlSheet;
  readonly themes: readonly string[];
  readonly orientations: readonly string[];
  readonly questions: readonly (QuestionShape | undefined)[];
  readonly trajectories: readonly (TrajectoryShape | undefined)[];
}
