import type { ResultKind } from '#domain/results/group-scenario.ts';
import type { OwnPlace } from '#domain/results/own-place.ts';
import type { Beside, PersonalScenario } from '#domain/results/personal-scenario.ts';
import type { Wording } from '#wording/wording.ts';

/** A person's scenario as it stands, and how it is told to them. */
export interface PersonalPaper {
  readonly scenario: PersonalScenario;
  readonly beside: Beside;
  /** Where they stand beside the group, once it has a result that they may see. */
  readonly place?: OwnPlace | undefined;
  /** Of the group's result that stands beside it. */
  readonly kind: ResultKind;
  readonly at: string;
  readonly wording: Wording;
}
