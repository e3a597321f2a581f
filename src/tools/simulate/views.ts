import { minGroups } from '#domain/consultation/consultation.ts';
import type { Story } from './play.ts';

/** The views of each trajectory of some, by all who took a stance on it. */
export function viewsIn(
  stories: readonly Pick<Story, 'stances'>[],
  trajectories: readonly string[] = [...new Set(stories.flatMap(({ stances }) => stances))],
): readonly number[] {
  const views = new Map(trajectories.map((id) => [id, 0]));
  for (const id of stories.flatMap(({ stances }) => stances)) views.set(id, (views.get(id) ?? 0) + 1);
  return [...views.values()];
}

/** One line: how many views the trajectories that anybody saw have, and how many have figures once it is closed. */
export function viewsLine(views: readonly number[]): string {
  const { facilitator, public: open } = minGroups;
  const enough = (least: number) => views.filter((n) => n >= least).length;
  return [
    `views of ${views.length} trajectories: mean ${meanOf(views).toFixed(1)}, lowest ${Math.min(...views)}`,
    `with figures after closing: ${enough(facilitator)} for a smallest group of ${facilitator}, ${enough(open)} for ${open}`,
  ].join('; ');
}

export const meanOf = (views: readonly number[]): number =>
  views.reduce((sum, n) => sum + n, 0) / Math.max(1, views.length);
