import { network } from '#charts/network.ts';
import type { SharedVision } from '#domain/results/shared-vision.ts';
import { domainOf, domainTitle, orientationDomain } from '#wording/titles.ts';
import { synergies as toldSynergies } from '#wording/vision/vision-lines.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';

/** What helps what between the directions of the shared vision. */
export function synergyNetwork(vision: SharedVision, wording: Wording): Charted | undefined {
  const { say } = wording;
  const { synergies, domains } = vision;
  if (synergies.length === 0) return undefined;
  const reasons = toldSynergies(vision, synergies.length, wording);
  const title = say('results.network');
  const links = synergies.map(({ from, to, strength }) => ({
    from: domainOf(wording, from),
    to: domainOf(wording, to),
    strength,
  }));
  return {
    figure: {
      picture: network(
        title,
        domains.map((id) => ({ id, title: domainTitle(wording, id) })),
        links,
      ),
      alt: say('report.network-alt', { links: links.length, domains: domains.length }),
      caption: say('results.network-note'),
    },
    table: {
      title,
      head: ['from', 'to', 'reason'].map((key) => say(`results.${key}`)),
      widths: [2, 2, 5],
      rows: synergies.map(({ from, to }, i) => [
        orientationDomain(wording, from),
        orientationDomain(wording, to),
        (reasons[i]?.rest ?? []).join(' '),
      ]),
    },
  };
}
