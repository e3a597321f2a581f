import { type GroupScenario, type KnownTrajectory, knownIn } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { commonGround, enoughViews, isToConfirm, setAside } from '#scenario/telling.ts';
import { type Grain, spelled } from '../numbers.ts';
import { saidOf } from '../reading/lines.ts';
import { leading, quotedTrajectory, within } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { disputed } from './disputed.ts';
import { rounded } from './rounded.ts';
import type { Paragraph, Sentence } from './sentence.ts';
import { together } from './together.ts';
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
  const key = few === common.length ? 'results.all-to-confirm' : 'results.to-confirm';
  return [
    first === undefined
      ? { text: say('results.no-common'), figures: { common: 0, examined } }
      : { text: counted('results.common', common.length), figures: { common: common.length, examined } },
    ...(few === 0
      ? []
      : [
          {
            text: counted(key, few, { enough: enoughViews }),
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
              against: rounded(refused.figures.opposition.share),
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
    figures: { support: rounded(support.share), low: rounded(support.low), high: rounded(support.high), n },
  };
}
