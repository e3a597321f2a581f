import { type GroupScenario, type KnownTrajectory, knownIn } from '#domain/results/group-scenario.ts';
import { littleKnown, worthDebating } from '#scenario/telling.ts';
import type { Grain } from '../numbers.ts';
import { saidOf } from '../reading/lines.ts';
import { countedLead } from '../reading/parts.ts';
import { opinionLead } from '../results/opinion-group.ts';
import { quotedTrajectory, within } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { rounded } from './rounded.ts';
import type { Paragraph } from './sentence.ts';

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
    ...(first === undefined ? [] : opposed(first, contested.length, scenario, grain, wording)),
    ...(opinion === undefined || (groups.length === 0 && opinion.spread === undefined)
      ? []
      : [
          {
            text: opinionLead(opinion, wording),
            figures: {
              placed: opinion.placed,
              ...Object.fromEntries(groups.map(({ n }, i) => [`group ${i + 1}`, n])),
            },
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

/** How many divide, and the one that divides most. */
function opposed(
  one: KnownTrajectory,
  n: number,
  scenario: GroupScenario,
  grain: Grain,
  wording: Wording,
): Paragraph {
  const { support, opposition, n: voiced, agreement } = one.figures;
  const examined = knownIn(scenario).length;
  return [
    { text: countedLead('divides', n, examined, wording), figures: { contested: n, examined } },
    {
      text: wording.say('results.opposed', {
        n,
        title: quotedTrajectory(wording, one.trajectory),
        stance: within(saidOf(one, 'divides', grain, wording), wording),
      }),
      figures: {
        support: rounded(support.share),
        opposition: rounded(opposition.share),
        agreement: rounded(agreement),
        n: voiced,
      },
    },
  ];
}
