import { type GroupScenario, type KnownTrajectory, knownIn } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { commonGround, enoughViews, isToConfirm, setAside } from '#scenario/telling.ts';
import { type Grain, spelled } from '../numbers.ts';
import { saidOf } from '../reading/lines.ts';
import { countedLead } from '../reading/parts.ts';
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
  const few = common.filter(isToConfirm).length;
  const key = few === common.length ? 'results.all-to-confirm' : 'results.to-confirm';
  const confirmed = { n: few, said: spelled(few, wording), enough: enoughViews };
  return [
    {
      text: countedLead('together', common.length, examined, wording),
      figures: { common: common.length, examined },
    },
    ...(few === 0
      ? []
      : [
          {
            text: leading(say(key, confirmed), wording),
            figures: { 'to-confirm': few, enough: enoughViews },
          },
        ]),
    ...(first === undefined ? [] : [wished(first, common.length, grain, wording)]),
    ...(refused === undefined ? [] : dismissed(refused, aside.length, examined, grain, wording)),
  ];
}

/** How many are set aside, and the clearest of them. */
function dismissed(
  one: KnownTrajectory,
  n: number,
  examined: number,
  grain: Grain,
  wording: Wording,
): Paragraph {
  return [
    { text: countedLead('set-aside', n, examined, wording), figures: { 'set-aside': n, examined } },
    {
      text: wording.say('results.refused', {
        n,
        title: quotedTrajectory(wording, one.trajectory),
        stance: within(saidOf(one, 'set-aside', grain, wording), wording),
      }),
      figures: { against: rounded(one.figures.opposition.share), n: one.figures.n },
    },
  ];
}

function wished(one: KnownTrajectory, count: number, grain: Grain, wording: Wording): Sentence {
  const { support, n } = one.figures;
  return {
    text: wording.say('results.wished', {
      n: count,
      title: quotedTrajectory(wording, one.trajectory),
      stance: within(saidOf(one, 'together', grain, wording), wording),
    }),
    figures: { support: rounded(support.share), low: rounded(support.low), high: rounded(support.high), n },
  };
}
