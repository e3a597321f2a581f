import { type GroupScenario, type KnownTrajectory, knownIn } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import {
  commonGround,
  enoughViews,
  isToConfirm,
  littleKnown,
  setAside,
  worthDebating,
} from '#scenario/telling.ts';
import { type Grain, peopleCount, spelled } from '../numbers.ts';
import { spreadSentence } from '../opinion-spread.ts';
import { saidOf } from '../reading/lines.ts';
import {
  domainTitle,
  joined,
  leading,
  listed,
  orientationTitle,
  quoted,
  quotedTrajectory,
  within,
} from '../titles.ts';
import type { Wording } from '../wording.ts';
import type { Paragraph, Sentence } from './sentence.ts';
import { whoTookPart } from './who-took-part.ts';

/** What a careful rapporteur would write of a released result: two to four paragraphs, each sentence with its figures. */
export function synthesis(
  scenario: GroupScenario,
  vision: VisionView,
  grain: Grain,
  wording: Wording,
): readonly Paragraph[] {
  return [
    whoTookPart(scenario, grain, wording),
    shared(scenario, grain, wording),
    disputed(scenario, grain, wording),
    together(vision, wording),
  ]
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) =>
      grain === 'exact' ? paragraph : paragraph.map(({ text }) => ({ text, figures: {} })),
    );
}

function shared(scenario: GroupScenario, grain: Grain, wording: Wording): Paragraph {
  const { say } = wording;
  const examined = knownIn(scenario).length;
  const common = commonGround(scenario);
  const aside = setAside(scenario);
  const [first] = common;
  const [refused] = aside;
  if (examined === 0) return [{ text: say('results.too-few'), figures: {} }];
  const counted = (key: string, n: number, more: Readonly<Record<string, string | number>> = {}) =>
    leading(say(key, { n, said: spelled(n, wording), ...more }), wording);
  const few = common.filter(isToConfirm).length;
  return [
    first === undefined
      ? { text: say('results.no-common'), figures: { common: 0, examined } }
      : { text: counted('results.common', common.length), figures: { common: common.length, examined } },
    ...(few === 0
      ? []
      : [
          {
            text: counted('results.to-confirm', few, { enough: enoughViews }),
            figures: { 'to-confirm': few, enough: enoughViews },
          },
        ]),
    ...(first === undefined ? [] : [wished(first, grain, wording)]),
    ...(refused === undefined
      ? []
      : [
          {
            text: counted('results.set-aside', aside.length, {
              title: quotedTrajectory(wording, refused.trajectory),
              stance: within(saidOf(refused, 'set-aside', grain, wording), wording),
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

function wished(one: KnownTrajectory, grain: Grain, wording: Wording): Sentence {
  const { support, n } = one.figures;
  return {
    text: wording.say('results.wished', {
      title: quotedTrajectory(wording, one.trajectory),
      stance: within(saidOf(one, 'together', grain, wording), wording),
    }),
    figures: { support: share(support.share), low: share(support.low), high: share(support.high), n },
  };
}

function disputed(scenario: GroupScenario, grain: Grain, wording: Wording): Paragraph {
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
              'dont-know': share(unknown.figures.dontKnowRate),
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
  const n = vision.tensions.length;
  return [
    {
      text: say('results.vision', { directions: joined(wording, directions) }),
      figures: { n: vision.n, inconsistency: vision.best.inconsistency },
    },
    ...(n === 0
      ? [{ text: say('results.no-tension'), figures: { tensions: 0 } }]
      : [
          {
            text: say('results.tensions', {
              n,
              said: spelled(n, wording, 'masculine'),
              domains: listed(
                wording,
                vision.tensions.map(({ domain }) => quoted(wording, domainTitle(wording, domain))),
              ),
            }),
            figures: { tensions: n },
          },
        ]),
    { text: say('results.debate'), figures: {} },
  ];
}

const share = (value: number): number => Math.round(value * 1000) / 1000;
