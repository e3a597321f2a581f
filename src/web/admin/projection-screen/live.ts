import type { DomainId } from '#domain/catalogue/domains.ts';
import type { GroupView } from '#domain/results/group-view.ts';
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

/** The numbers of a projection: how many take part and how far they are, which tells no opinion. */
export function liveNumbers(
  { took, finished, domains }: ParticipationView,
  group: GroupView,
  view: Wording,
): LiveNumbers {
  const { say, consultation } = view;
  const used = domains.filter(({ domain }) => consultation.domains.includes(domain));
  const most = Math.max(1, ...used.map(({ begun }) => begun));
  return {
    texts: {
      took: say('projection.live.took', { n: took }),
      finished: say('projection.live.finished', { n: finished.one }),
      waiting: group.state === 'waiting' ? say('projection.waiting.missing', { needed: group.needed }) : '',
      ...Object.fromEntries(
        used.map(({ domain, begun }) => [domain, say('projection.live.domain', { n: begun })]),
      ),
    },
    shares: Object.fromEntries(used.map(({ domain, begun }) => [domain, begun / most])),
    result: group.state === 'released' ? group.at : '',
  };
}

/** The domains whose numbers are live, with their titles. */
export const liveDomains = (view: Wording): readonly { readonly id: DomainId; readonly title: string }[] =>
  view.catalogue.domains
    .filter(({ id }) => view.consultation.domains.includes(id))
    .map(({ id }) => ({ id, title: domainTitle(view, id) }));
