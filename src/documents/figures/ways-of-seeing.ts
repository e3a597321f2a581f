import { distribution } from '#charts/distribution.ts';
import { opinionMap } from '#charts/opinion-map.ts';
import type { GroupScenario, OpinionSpread } from '#domain/results/group-scenario.ts';
import { groupLetter, typicalLines } from '#wording/results/opinion-group.ts';
import { endsOf, spreadSentence } from '#wording/results/opinion-spread.ts';
import { quotedTrajectory } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';

/** The opinion groups as shapes, or how opinion is spread out without groups; nothing when there is neither. */
export function waysOfSeeing({ opinion }: GroupScenario, wording: Wording): Charted | undefined {
  if (opinion?.spread !== undefined) return spreadOut(opinion.spread, opinion.placed, wording);
  const { say } = wording;
  const groups = (opinion?.groups ?? []).map((group, i) => ({ ...group, name: groupLetter(i) }));
  if (groups.length === 0) return undefined;
  const titled = (trajectory: string) => quotedTrajectory(wording, trajectory);
  return {
    figure: {
      picture: opinionMap(say('results.map-picture', { count: groups.length }), groups),
      alt: say('report.map-alt', {
        count: groups.length,
        sizes: groups.map(({ name, n }) => say('card.group.count', { title: name, count: n })).join(', '),
      }),
      caption: say('results.map-note'),
    },
    table: {
      title: say('report.map-table'),
      head: ['group', 'people', 'typical'].map((key) => say(`results.${key}`)),
      widths: [1, 1.2, 7],
      rows: groups.map((group) => [
        group.name,
        String(group.n),
        typicalLines(group, 3, titled, wording).join(' '),
      ]),
    },
  };
}

/** How many stand where between the two ends; nothing where too few could be told apart for a picture. */
function spreadOut(spread: OpinionSpread, placed: number, wording: Wording): Charted | undefined {
  const { say } = wording;
  const { bins } = spread;
  if (bins.length < 2) return undefined;
  const [low, high] = endsOf(spread, wording);
  const titled = (trajectory: string) => quotedTrajectory(wording, trajectory);
  const ends = [say('results.spread-left'), say('results.spread-right')] as const;
  return {
    figure: {
      picture: distribution(say('results.spread-picture'), bins, [low ?? ends[0], high ?? ends[1]]),
      alt: say('report.spread-alt', { sizes: bins.map(({ n }) => `${n}`).join(', ') }),
      caption: `${spreadSentence(spread, placed, wording)} ${say('results.spread-note')}`,
    },
    table: {
      title: say('report.spread-table'),
      head: ['end', 'typical'].map((key) => say(`results.${key}`)),
      widths: [1.2, 7],
      rows: [spread.low, spread.high].map((typical, i) => [
        ends[i] ?? '',
        typicalLines({ typical }, 3, titled, wording).join(' '),
      ]),
    },
  };
}
