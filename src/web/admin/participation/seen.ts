import { minGroups } from '#domain/consultation/consultation.ts';
import type { PartOf } from '#domain/results/part-of.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import type { Wording } from '#wording/wording.ts';

/** A consultation as it is followed: what its parts are drawn from. */
export interface PageFigures {
  readonly following: ParticipationView;
  readonly view: Wording;
  /** Replies that were not understood, from those who allow it; empty for whoever may not read them. */
  readonly unclear: readonly { readonly item: string; readonly text: string }[];
}

/** People of a category among all, in words: exactly from five on, unless nearly all are in it. */
export const partIn = (part: PartOf, view: Wording): string =>
  typeof part === 'number'
    ? figures(part, view)
    : view.say(`participation.part.${part}`, { least: minGroups.facilitator });

export const figures = (n: number, { language }: Pick<Wording, 'language'>): string =>
  new Intl.NumberFormat(language).format(n);
