import { worthDebating } from '#cards/results/group-overview.ts';
import type { View } from '#cards/view.ts';
import {
  type GroupScenario,
  type GroupTrajectory,
  type KnownTrajectory,
  knownIn,
} from '../domain/results/group-scenario.ts';
import type { VisionView } from '../domain/results/shared-vision.ts';
import type { Paragraph, Sentence } from './sentence.ts';
import { people } from './share.ts';
import { whoTookPart } from './synthesis-who.ts';
import { domainTitle, joined, listed, orientationTitle, quoted, trajectoryTitle } from './titles.ts';

/** What a careful rapporteur would write of a released result: two to four paragraphs, each sentence with its figures. */
export function synthesis(scenario: GroupScenario, vision: VisionView, view: View): readonly Paragraph[] {
  const known = knownIn(scenario);
  return [
    whoTookPart(scenario, view),
    shared(known, view),
    disputed(known, scenario, view),
    together(vision, view),
  ].filter((paragraph) => paragraph.length > 0);
}

function shared(known: readonly KnownTrajectory[], view: View): Paragraph {
  const { say } = view;
  const common = ofClass(known, 'common-ground').toSorted(
    (a, b) => b.figures.support.low - a.figures.support.low,
  );
  const aside = ofClass(known, 'set-aside').toSorted(
    (a, b) => b.figures.opposition.low - a.figures.opposition.low,
  );
  const [first] = common;
  const [refused] = aside;
  if (known.length === 0) return [{ text: say('results.too-few'), figures: {} }];
  const opening: Sentence =
    first === undefined
      ? { text: say('results.no-common'), figures: { common: 0, examined: known.length } }
      : {
          text: say('results.common', { n: common.length }),
          figures: { common: common.length, examined: known.length },
        };
  return [
    opening,
    ...(first === undefined ? [] : [wished(first, view)]),
    ...(refused === undefined
      ? []
      : [
          {
            text: say('results.set-aside', { n: aside.length, title: title(refused, view) }),
            figures: {
              'set-aside': aside.length,
              against: share(refused.figures.opposition.share),
              n: refused.figures.n,
            },
          },
        ]),
  ];
}

function wished(one: KnownTrajectory, view: View): Sentence {
  const { support, n } = one.figures;
  return {
    text: view.say('results.wished', { title: title(one, view), people: people(support.share, n, view), n }),
    figures: { support: share(support.share), low: share(support.low), high: share(support.high), n },
  };
}

function disputed(known: readonly KnownTrajectory[], scenario: GroupScenario, view: View): Paragraph {
  const { say } = view;
  const { opinion } = scenario;
  const contested = worthDebating(scenario);
  const [first] = contested;
  const [unknown] = known
    .filter(({ figures }) => figures.dontKnowRate >= 0.25)
    .toSorted((a, b) => b.figures.dontKnowRate - a.figures.dontKnowRate);
  const groups = opinion?.groups ?? [];
  const told = groups.flatMap(({ typical }) => typical.find(({ side }) => side === 'for') ?? []).slice(0, 1);
  return [
    ...(first === undefined ? [] : [opposed(first, contested.length, view)]),
    ...(groups.length === 0
      ? []
      : [
          {
            text: say('results.groups', { count: groups.length, placed: opinion?.placed ?? 0 }),
            figures: Object.fromEntries(groups.map(({ n }, i) => [`group ${i + 1}`, n])),
          },
        ]),
    ...told.map(({ trajectory, inside, outside }) => ({
      text: say('results.group-for', { title: quoted(view, trajectoryTitle(view, trajectory)) }),
      figures: { inside, outside },
    })),
    ...(unknown === undefined
      ? []
      : [
          {
            text: say('results.unknown', {
              title: title(unknown, view),
              people: people(unknown.figures.dontKnowRate, unknown.figures.examined, view),
            }),
            figures: { 'dont-know': share(unknown.figures.dontKnowRate), examined: unknown.figures.examined },
          },
        ]),
  ];
}

function opposed(one: KnownTrajectory, n: number, view: View): Sentence {
  const { support, opposition, n: voiced, agreement } = one.figures;
  return {
    text: view.say('results.contested', {
      n,
      title: title(one, view),
      favour: people(support.share, voiced, view),
      against: people(opposition.share, voiced, view),
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

function together(shown: VisionView, view: View): Paragraph {
  if (shown.state !== 'composed') return [];
  const { say } = view;
  const { vision } = shown;
  const directions = vision.best.orientations.map((id) => orientationTitle(view, id));
  return [
    {
      text: say('results.vision', { directions: joined(view, directions) }),
      figures: { n: vision.n, inconsistency: vision.best.inconsistency },
    },
    ...(vision.tensions.length === 0
      ? [{ text: say('results.no-tension'), figures: { tensions: 0 } }]
      : [
          {
            text: say('results.tensions', {
              n: vision.tensions.length,
              domains: listed(
                view,
                vision.tensions.map(({ domain }) => quoted(view, domainTitle(view, domain))),
              ),
            }),
            figures: { tensions: vision.tensions.length },
          },
        ]),
    { text: say('results.debate'), figures: {} },
  ];
}

const ofClass = (known: readonly KnownTrajectory[], kind: GroupTrajectory['class']) =>
  known.filter((one) => one.class === kind);
const title = ({ trajectory }: KnownTrajectory, view: View): string =>
  quoted(view, trajectoryTitle(view, trajectory));
const share = (value: number): number => Math.round(value * 1000) / 1000;
