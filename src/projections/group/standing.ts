import type { ResultState } from '#domain/results/group-scenario.ts';
import type { Standing } from '#scenario/release/group-view.ts';

/** Of what stands here and what is stored, the later results; a provisional one of before a final one is over. */
export function laterStanding(ours: Standing, stored: Standing): Standing {
  const final = later(ours.final, stored.final);
  const provisional = later(ours.provisional, stored.provisional);
  const isOver = final !== undefined && provisional !== undefined && provisional.at <= final.at;
  return { ...(provisional && !isOver && { provisional }), ...(final && { final }) };
}

/** What is to stand of ours and what is stored: a result that was stored since ours was made came first, and was told. */
export function agreedStanding(
  { ours, known }: { readonly ours: Standing; readonly known: Standing },
  stored: Standing,
): Standing {
  const isNew = (one: 'final' | 'provisional') =>
    stored[one] !== undefined && stored[one].at !== known[one]?.at && stored[one].at !== ours[one]?.at;
  if (isNew('final')) return stored;
  if (!isNew('provisional') || ours.final !== undefined) return ours;
  return { ...ours, ...(stored.provisional && { provisional: stored.provisional }) };
}

/** Whether the same results stand, whatever was drawn of them since. */
export const areSame = (one: Standing, other: Standing): boolean =>
  one.final?.at === other.final?.at && one.provisional?.at === other.provisional?.at;

/** The later of two results; of the same one, that with opinion groups. */
function later(ours: ResultState | undefined, stored: ResultState | undefined): ResultState | undefined {
  if (ours === undefined || stored === undefined) return ours ?? stored;
  if (stored.at !== ours.at) return stored.at > ours.at ? stored : ours;
  return ours.scenario.opinion === undefined ? stored : ours;
}
