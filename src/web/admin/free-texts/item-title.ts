import type { View } from '#cards/view.ts';

/** What a question asks, or what a trajectory is called. */
export const itemTitle = ({ text }: View, id: string): string =>
  text.questions[id]?.title ?? text.trajectories[id]?.title ?? id;
