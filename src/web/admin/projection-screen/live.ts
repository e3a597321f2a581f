import type { GroupView } from '#domain/results/group-scenario.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** What moves on the screen while people answer: texts, and the shares (0..1) of bars, by name. */
export interface LiveNumbers {
  readonly texts: Readonly<Record<string, string>>;
  readonly shares: Readonly<Record<string, number>>;
  /** When the result was released; empty while there is none. */
  readonly result: string;
}

/**
 * The numbers of a projection. A room is no closed circle: beside the number of people who began, nothing is shown of fewer
 * than the consultation's smallest group, nor of all but so few.
 */
export function liveNumbers(
  { starts, finished, domains }: ParticipationView,
  group: GroupView,
  view: Wording,
): LiveNumbers {
  const { say, consultation } = view;
  const { minGroup } = consultation;
  const ended = shown(finished.one, starts, minGroup);
  const used = domains
    .filter(({ domain }) => consultation.domains.includes(domain))
    .map(({ domain, begun }) => ({ domain, ...shown(begun, starts, minGroup) }));
  return {
    texts: {
      began: say('projection.live.began', { n: starts }),
      finished: say(`projection.live.finished-${ended.how}`, { n: ended.n }),
      waiting: group.state === 'waiting' ? say('projection.waiting.missing', { needed: group.needed }) : '',
      ...Object.fromEntries(
        used.map(({ domain, how, n }) => [domain, say(`projection.live.domain-${how}`, { n })]),
      ),
    },
    shares: Object.fromEntries(used.map(({ domain, share }) => [domain, share])),
    result: group.state === 'released' ? group.at : '',
  };
}

/** The domains whose numbers are live, with their titles. */
export const liveDomains = (view: Wording): readonly { readonly id: string; readonly title: string }[] =>
  view.catalogue.domains
    .filter(({ id }) => view.consultation.domains.includes(id))
    .map(({ id }) => ({ id, title: domainTitle(view, id) }));

interface Shown {
  readonly how: 'count' | 'most' | 'hidden';
  readonly n: number;
  readonly share: number;
}

const hidden: Shown = { how: 'hidden', n: 0, share: 0 };

/** A part of all who began, as far as it may be told. */
function shown(n: number | null, starts: number, least: number): Shown {
  const isFew = (count: number) => count > 0 && count < least;
  if (n === null || isFew(n) || (n === 0 && isFew(starts))) return hidden;
  if (isFew(starts - n)) return { how: 'most', n: 0, share: 1 };
  return { how: 'count', n, share: starts === 0 ? 0 : n / starts };
}
