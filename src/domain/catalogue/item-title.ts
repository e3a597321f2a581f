import type { CatalogueText } from './catalogue.ts';

/** What a question asks, or what a trajectory is called. */
export const itemTitle = (text: Pick<CatalogueText, 'questions' | 'trajectories'>, id: string): string =>
  text.questions[id]?.title ?? text.trajectories[id]?.title ?? id;
