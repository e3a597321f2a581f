import type { ParticipationView } from '#domain/results/participation-view.ts';
import type { Wording } from '#wording/wording.ts';

/** A consultation as it is followed: what its parts are drawn from. */
export interface PageFigures {
  readonly following: ParticipationView;
  readonly view: Wording;
  /** Replies that were not understood, from those who allow it; empty for whoever may not read them. */
  readonly unclear: readonly { readonly item: string; readonly text: string }[];
}

export const figures = (n: number, { language }: Pick<Wording, 'language'>): string =>
  new Intl.NumberFormat(language).format(n);
