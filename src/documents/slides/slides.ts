import { stanceBars } from '#charts/stance-bars.ts';
import { briefing } from '#scenario/briefing/briefing.ts';
import { briefingWords } from '#wording/briefing/briefing.ts';
import { domainTitle, orientationTitle } from '#wording/titles.ts';
import { namedBars } from '../figures/stances.ts';
import { stateOf, titled } from '../report/opening.ts';
import { type Synthesis, synthesisOf, type Taken } from '../report/synthesis.ts';
import type { Result } from '../result.ts';
import type { Slide, SlideList } from './slide.ts';

/** Of a list that stands alone on its slide, and of one beside another. */
const most = { alone: 5, beside: 3 };

/** The result on five slides: who, what brings together, what divides or is set aside, what holds together, what to debate. */
export function slidesOf(result: Result): readonly Slide[] {
  const whole = synthesisOf(result, most.alone);
  const short = synthesisOf(result, most.beside);
  return [
    opening(result, whole),
    together(result, whole),
    apart(result, short),
    holding(result),
    debate(result),
  ];
}

function opening(result: Result, { figures }: Synthesis): Slide {
  const { text: title, kind: _, ...told } = titled(result, stateOf(result));
  return { kind: 'opening', title, ...told, figures };
}

function together({ wording, kind }: Result, { together: taken }: Synthesis): Slide {
  const { say } = wording;
  const { title, of } = taken;
  const picture = {
    svg: stanceBars(title, namedBars(of, 'exact', wording)),
    alt: say('report.synthesis.alt', { n: of.length }),
  };
  return {
    kind: 'lists',
    title,
    lists: [listOf(taken)],
    // Bars have their intervals: of a provisional result there are none.
    ...(kind === 'final' && of.length > 0 && { picture }),
  };
}

function apart({ wording }: Result, { divides, aside }: Synthesis): Slide {
  const lists = [divides, aside].map((taken) => ({ title: taken.title, ...listOf(taken) }));
  return { kind: 'lists', title: wording.say('report.slides.apart'), lists };
}

const listOf = ({ lines }: Taken): SlideList => ({
  ordered: false,
  items: lines.map((text) => ({ text, more: [] })),
});

/** The directions that hold together, and where the group prefers another one. */
function holding({ wording, vision: shown }: Result): Slide {
  const { say } = wording;
  const title = say('report.slides.holding');
  const lines = (texts: readonly string[]): readonly SlideList[] => [
    { ordered: false, items: texts.map((text) => ({ text, more: [] })) },
  ];
  if (shown.state === 'waiting')
    return { kind: 'lists', title, lists: lines([say('card.group.waiting', { needed: shown.needed })]) };
  if (shown.state === 'none')
    return { kind: 'lists', title, lists: lines([say(`card.vision.${shown.reason}`)]) };
  const { best, domains, tensions } = shown.vision;
  const directions = best.orientations.map((id, i) =>
    say('report.slides.direction', {
      domain: domainTitle(wording, domains[i] ?? 'mobility'),
      direction: orientationTitle(wording, id),
    }),
  );
  return {
    kind: 'lists',
    title,
    lists: lines(directions),
    note: [
      say(best.inconsistency === 0 ? 'card.vision.holds' : 'card.vision.nearly'),
      ...(tensions.length === 0 ? [] : [say('report.slides.tensions', { n: tensions.length })]),
    ].join(' '),
  };
}

function debate({ scenario, vision, wording, kind }: Result): Slide {
  const { say, catalogue } = wording;
  const { questions } = briefingWords(briefing(scenario, vision, catalogue), { most: 1, kind }, wording);
  const items = questions
    .slice(0, most.alone)
    .map(({ question, facts }) => ({ text: question, more: facts === '' ? [] : [facts] }));
  return {
    kind: 'lists',
    title: say('report.slides.debate'),
    lists: items.length === 0 ? [] : [{ ordered: true, items }],
    note: say(items.length === 0 ? 'briefing.questions.none' : 'briefing.questions.close'),
  };
}
