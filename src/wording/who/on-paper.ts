import { minGroups } from '#domain/consultation/consultation.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { type Grain, peopleCount, spelled } from '../numbers.ts';
import { leading } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** How many answered on paper, and whether they are counted here; nothing where nobody did. */
export function onPaper(
  { n, who: { paper } }: Pick<GroupScenario, 'n' | 'who'>,
  grain: Grain,
  wording: Wording,
): string | undefined {
  if (paper === undefined || paper === 0) return undefined;
  const { say, consultation } = wording;
  const how = consultation.paper === 'apart' ? 'apart' : 'with';
  if (how === 'with' && grain === 'exact' && paper === n) return say('card.group.paper.all', { n });
  const said = spelled(minGroups.facilitator, wording);
  if (typeof paper !== 'number') return say(`card.group.paper.${how}-few`, { part: paper, said });
  const people = peopleCount(paper, grain, wording);
  return leading(say(`card.group.paper.${how}`, { n: paper, people }), wording);
}
