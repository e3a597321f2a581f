import { type GroupScenario, type KnownTrajectory, knownIn } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { commonGround, setAside, worthDebating } from '#scenario/telling.ts';
import { spreadSentence } from './opinion-spread.ts';
import type { Paragraph, Sentence } from './sentence.ts';
import { people } from './share.ts';
import { whoTookPart } from './synthesis-who.ts';
import { domainTitle, joined, listed, orientationTitle, quoted, quotedTrajectory } from './titles.ts';
import type { Wording } from './wording.ts';

/** What a careful rapporteur would write of a released result: two to four paragraphs, each sentence with its figures. */
export function synthesis(
  scenario: GroupScenario,
  vision: VisionView,
  wording: Wording,
): readonly Paragraph[] {
  return [
    whoTookPart(scenario, wording),
    shared(scenario, wording),
    disputed(scenario, wording),
    together(vision, wording),
  ].filter((paragraph) => paragraph.length > 0);
}

function shared(scenario: GroupScenario, wording: Wording): Paragraph {
  const { say } = wording;
  const examined = knownIn(scenario).length;
  const common = commonGround(scenario);
  const aside = setAside(scenario);
  const [first] = common;
  const [refused] = aside;
  if (examined === 0) return [{ text: say('results.too-few'), figures: {} }];
  const opening: Sentence =
    first === undefined
      ? { text: say('results.no-common'), figures: { common: 0, examined } }
      : {
          text: say('results.common', { n: common.length }),
          figures: { common: common.length, examined },
        };
  return [
    opening,
    ...(first === undefined ? [] : [wished(first, wording)]),
    ...(refused === undefined
      ? []
      : [
          {
            text: say('results.set-aside', {
              n: aside.length,
              title: quotedTrajectory(wording, refused.trajectory),
            }),
            figures: {
              'set-aside': aside.length,
              against: share(refused.figures.opposition.share),
              n: refused.figures.n,
            },
          },
        ]),
  ];
}

function wished(one: KnownTrajectory, wording: Wording): Sentence {
  const { support, n } = one.figures;
  return {
    text: wording.say('results.wished', {
      title: quotedTrajectory(wording, one.trajectory),
      people: people(support.share, n, wording),
      n,
    }),
    figures: { support: share(support.share), low: share(support.low), high: share(support.high), n },
  };
}

function disputed(scenario: GroupScenario, wording: Wording): Paragraph {
  const { say } = wording;
  const { opinion } = scenario;
  const contested = worthDebating(scenario);
  const [first] = contested;
  const [unknown] = knownIn(scenario)
    .filter(({ figures }) => figures.dontKnowRate >= 0.25)
    .toSorted((a, b) => b.figures.dontKnowRate - a.figures.dontKnowRate);
  const groups = opinion?.groups ?? [];
  const told = groups.flatMap(({ typical }) => typical.find(({ side }) => side === 'for') ?? []).slice(0, 1);
  return [
    ...(first === undefined ? [] : [opposed(first, contested.length, wording)]),
    ...(groups.length === 0
      ? []
      : [
          {
            text: say('results.groups', { count: groups.length, placed: opinion?.placed ?? 0 }),
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
              people: people(unknown.figures.dontKnowRate, unknown.figures.examined, wording),
            }),
            figures: { 'dont-know': share(unknown.figures.dontKnowRate), examined: unknown.figures.examined },
          },
        ]),
  ];
}

function opposed(one: KnownTrajectory, n: number, wording: Wording): Sentence {
  const { support, opposition, n: voiced, agreement } = one.figures;
  return {
    text: wording.say('results.contested', {
      n,
      title: quotedTrajectory(wording, one.trajectory),
      favour: people(support.share, voiced, wording),
      against: people(opposition.share, voiced, wording),
    }),
    figures: {
      contested: n,
      support: share(support.share),
      opposition: share(opposition.share),
      agreement: share(agreement),
      n: voiced,
    },
  };
}

function together(shown: VisionView, wording: Wording): Paragraph {
  if (shown.state !== 'composed') return [];
  const { say } = wording;
  const { vision } = shown;
  const directions = vision.best.orientations.map((id) => orientationTitle(wording, id));
  return [
    {
      text: say('results.vision', { directions: joined(wording, directions) }),
      figures: { n: vision.n, inconsistency: vision.best.inconsistency },
    },
    ...(vision.tensions.length === 0
      ? [{ text: say('results.no-tension'), figures: { tensions: 0 } }]
      : [
          {
            text: say('results.tensions', {
              n: vision.tensions.length,
              domains: listed(
                wording,
                vision.tensions.map(({ domain }) => quoted(wording, domainTitle(wording, domain))),
              ),
            }),
            figures: { tensions: vision.tensions.length },
          },
        ]),
    { text: say('results.debate'), figures: {} },
  ];
}

const share = (value: number): number => Math.round(value * 1000) / 1000;
