import { toldFollowUps } from '#wording/results/follow-up.ts';
import type { Result } from '../result.ts';
import { type Block, heading, note } from './block.ts';

/** What was done with the result: what holds now of each thing, with what was answered before; nothing while nothing was answered. */
export function followUpSection({ wording }: Result): readonly Block[] {
  const topics = toldFollowUps(wording);
  if (topics.length === 0) return [];
  const { say } = wording;
  return [
    heading(1, say('follow-up.title')),
    note(say('follow-up.lead')),
    ...topics.flatMap(({ title, latest, earlier }): readonly Block[] => [
      heading(3, title),
      {
        kind: 'list',
        ordered: false,
        items: [latest, ...earlier].map(({ said, why, charge }) => ({
          text: said,
          more: [why, ...(charge === undefined ? [] : [charge])],
        })),
      },
    ]),
  ];
}
