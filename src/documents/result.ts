import type { SharedText } from '#domain/participant/shared-texts.ts';
import type { GroupScenario, ResultKind } from '#domain/results/group-scenario.ts';
import type { ReleasedView } from '#domain/results/group-view.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import type { Wording } from '#wording/wording.ts';
import type { LogoPicture } from './pdf/logo.ts';

/** A released result of a consultation, in one language: what its files are made from. */
export interface Result {
  readonly wording: Wording;
  /** When it was released. */
  readonly at: string;
  /** A provisional one is coarse: nothing finer than tenths and bands of people may be said of it. */
  readonly kind: ResultKind;
  /** What changed since, where something did: who erased their answers, and that people may answer again. */
  readonly left?: ReleasedView['left'];
  readonly since?: ReleasedView['since'];
  readonly scenario: GroupScenario;
  readonly vision: VisionView;
  /** Texts that were chosen to go with the published result, and that their authors still share. */
  readonly quotes: readonly SharedText[];
  readonly logo?: LogoPicture;
  /** Where people reach the program, without a final slash. */
  readonly address: string;
}

interface ShownView {
  readonly group: ReleasedView;
  readonly vision: VisionView;
  readonly quotes?: readonly SharedText[];
  readonly logo?: LogoPicture | undefined;
}

/** What is shown of a group, as it is told in one language. */
export const resultOf = (
  { group: { at, kind, scenario, left, since }, vision, quotes = [], logo }: ShownView,
  wording: Wording,
  address: string,
): Result => ({
  ...{ wording, at, kind, scenario, vision, address },
  ...(left !== undefined && { left }),
  ...(since !== undefined && { since }),
  ...(logo && { logo }),
  // Of a text its words alone go into a file, never whose it is.
  quotes: quotes.map(({ item, kind, text }) => ({ item, kind, text })),
});
