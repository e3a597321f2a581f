import type { Wording } from '#wording/wording.ts';

/** What a question asks, or what a trajectory is called. */
export const itemTitle = ({ text }: Wording, id: string): string =>
  text.questions[id]?.title ?? text.trajectories[id]?.title ?? id;
