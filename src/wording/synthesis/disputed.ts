import type { GroupScenario, KnownTrajectory } from '#domain/results/group-scenario.ts';
import { littleKnown, worthDebating } from '#scenario/telling.ts';
import { type Grain, peopleCount, spelled } from '../numbers.ts';
import { spreadSentence } from '../opinion-spread.ts';
import { saidOf } from '../reading/lines.ts';
import { leading, quotedTrajectory, within } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { rounded } from './rounded.ts';
import type { Paragraph, Sentence } from './sentence.ts';

/** What divides, how many ways of seeing there are, and what is not known. */
export function disputed(scenario: GroupScenario, grain: Grain, wording: Wording): Paragraph {
  const { say } = wording;
  const { opinion } = scenario;
  const contested = worthDebating(scenario);
  const [first] = contested;
  const [unknown] = littleKnown(scenario);
  const groups = opinion?.groups ?? [];
  const told = groups.flatMap(({ typical }) => typical.find(({ side }) => side === 'for') ?? []).slice(0, 1);
  return [
    ...(first === undefined ? [] : [opposed(first, contested.length, grain, wording)]),
    ...(groups.length === 0
      ? []
      : [
          {
            text: leading(
              say('results.groups', {
                n: groups.length,
                said: spelled(groups.length, wording),
                placed: peopleCount(opinion?.placed ?? 0, grain, wording),
              }),
              wording,
            ),
            figures: Object.fromEntries(groups.map(({ n }, i) => [`group ${i + 1}`, n])),
          },
        ]),
    ...(opinion?.spread === undefined
      ? []
      : [
          {
            text: spreadSentence(opinion.spread, opinion.placed, wording),
            figures: { placed: opinion.placed },
          },
        ]),
    ...told.map(({ trajectory, inside, outside }) => ({
      text: say('results.group-for', { title: quotedTrajectory(wording, trajectory) }),
      figures: { inside, outside },
    })),
    ...(unknown === undefined
      ? []
      : [
          {
            text: say('results.unknown', {
              title: quotedTrajectory(wording, unknown.trajectory),
              stance: within(saidOf(unknown, 'unknown', grain, wording), wording),
            }),
            figures: {
              'dont-know': rounded(unknown.figures.dontKnowRate),
              examined: unknown.figures.examined,
            },
          },
        ]),
  ];
}

function opposed(one: KnownTrajectory, n: number, grain: Grain, wording: Wording): Sentence {
  const { support, opposition, n: voiced, agreement } = one.figures;
  return {
    text: wording.say('results.contested', {
      n,
      said: spelled(n, wording),
      title: quotedTrajectory(wording, one.trajectory),
      stance: within(saidOf(one, 'divides', grain, wording), wording),
    }),
    figures: {
      contested: n,
      support: rounded(support.share),
      opposition: rounded(opposition.share),
      agreement: rounded(agreement),
      n: voiced,
    },
  };
}
