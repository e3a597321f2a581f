import { minGroups } from '#domain/consultation/consultation.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import type { Wording } from '#wording/wording.ts';

/** A consultation as it is followed: what its parts are drawn from. */
export interface PageFigures {
  readonly following: ParticipationView;
  readonly view: Wording;
  /** Replies that were not understood, from those who allow it; empty for whoever may not read them. */
  readonly unclear: readonly { readonly item: string; readonly text: string }[];
}

export const least = minGroups.facilitator;

/** A number of people in words of figures, or that it is not shown: too few, or it would tell of those. */
export const counted = (n: number | null, view: Wording): string =>
  n === null ? view.say('participation.hidden') : figures(n, view);

/** The same where a hidden number can only be one of too few people. */
export const few = (n: number | null, view: Wording): string =>
  n === null ? view.say('participation.few', { least }) : figures(n, view);

export const figures = (n: number, { language }: Pick<Wording, 'language'>): string =>
  new Intl.NumberFormat(language).format(n);
