import { briefing } from '#scenario/briefing/briefing.ts';
import { briefingWords } from '#wording/briefing/briefing.ts';
import { grainOf } from '#wording/numbers.ts';
import { type ReadingPart, readingParts } from '#wording/reading/parts.ts';
import { keyFigures } from '#wording/reading/reading.ts';
import { kindLine } from '#wording/results/result-state.ts';
import { toldShift } from '#wording/results/told-shift.ts';
import { domainTitle, orientationTitle } from '#wording/titles.ts';
import { noVision, visionCaution } from '#wording/vision/judgements.ts';
import { visionSections, visionTitle } from '#wording/vision/vision-lines.ts';
import type { Wording } from '#wording/wording.ts';
import { broughtTogether } from '../figures/stances.ts';
import { titled } from '../report/opening.ts';
import type { Result } from '../result.ts';
import type { Slide, SlideList } from './slide.ts';

/** Lines of a list that stands alone on its slide. */
const most = 5;
/** Differences to debate beside the directions that hold together. */
const mostQuestions = 3;

/**
 * The result on five slides: who, what brings together, what divides or is set aside, what holds together, what to debate. After a
 * second round, what it moved comes before the last.
 */
export function slidesOf(result: Result): readonly Slide[] {
  const { scenario, wording, kind } = result;
  const parts = readingParts(scenario, grainOf(kind), wording, most);
  return [
    ...[opening(result), together(result, parts), apart(parts, wording), holding(result)],
    ...secondRound(result),
    debate(result),
  ];
}

function opening(result: Result): Slide {
  const { scenario, wording, kind } = result;
  const { text: title, kind: _, ...told } = titled(result, kindLine(result, wording));
  return { kind: 'opening', title, ...told, figures: keyFigures(scenario, grainOf(kind), wording) };
}

function together({ wording, scenario, kind }: Result, parts: readonly ReadingPart[]): Slide {
  const part = parts.find((one) => one.kind === 'together') ?? parts[0];
  const picture = broughtTogether(scenario, most, grainOf(kind), wording)?.figure;
  return {
    kind: 'lists',
    title: wording.say('reading.part.together'),
    lists: part === undefined ? [] : [listOf(part)],
    ...(picture && { picture: { svg: picture.picture, alt: wording.say('report.slides.alt') } }),
  };
}

/** What divides beside what is set aside, and below how much is not known. */
function apart(parts: readonly ReadingPart[], { say }: Wording): Slide {
  const unknown = parts.find((one) => one.kind === 'unknown');
  return {
    kind: 'lists',
    title: say('report.slides.apart'),
    lists: parts
      .filter((one) => one.kind === 'divides' || one.kind === 'set-aside')
      .map((part) => ({ title: part.title, ...listOf(part) })),
    ...(unknown && { note: unknown.lead.join(' ') }),
  };
}

/** How many there are, the clearest of them, and how many more. */
const listOf = ({ lead, lines, more }: ReadingPart): SlideList => ({
  lead: lead.join(' '),
  ordered: false,
  items: lines.map(({ titled }) => ({ text: titled, more: [] })),
  ...(more !== undefined && { more }),
});

/** The directions that hold together; before them, where the group prefers another one, when it is no vision that it shares. */
function holding({ wording, vision: shown }: Result): Slide {
  const { say } = wording;
  const title = say('report.slides.holding');
  const lines = (texts: readonly string[]): readonly SlideList[] => [
    { ordered: false, items: texts.map((text) => ({ text, more: [] })) },
  ];
  if (shown.state === 'waiting')
    return { kind: 'lists', title, lists: lines([say('card.group.waiting', { needed: shown.needed })]) };
  if (shown.state === 'none')
    return { kind: 'lists', title, lists: lines([noVision(shown.reason, wording)]) };
  const { vision } = shown;
  const { best, domains, tensions } = vision;
  const directions = best.orientations.map((id, i) =>
    say('report.slides.direction', {
      domain: domainTitle(wording, domains[i] ?? 'mobility'),
      direction: orientationTitle(wording, id),
    }),
  );
  const holds = say(best.inconsistency === 0 ? 'card.vision.holds' : 'card.vision.nearly');
  const apart = tensions.length === 0 ? [] : [say('report.slides.tensions', { n: tensions.length })];
  const note = (...said: readonly string[]) => [...said, visionCaution(wording)].join(' ');
  const { before } = visionSections(vision, mostQuestions, wording);
  if (before.length === 0)
    return { kind: 'lists', title, lists: lines(directions), note: note(holds, ...apart) };
  const questions = before.map(({ title, told, more }) => ({
    ...{ title, lead: apart.join(' '), ordered: false },
    items: told.slice(0, mostQuestions).map(({ lead }) => ({ text: lead, more: [] })),
    ...(more !== undefined && { more }),
  }));
  return {
    kind: 'lists',
    title: visionTitle(vision, wording),
    lists: [...questions, ...lines(directions).map((list) => ({ title, ...list }))],
    note: note(holds),
  };
}

function secondRound({ scenario, wording }: Result): readonly Slide[] {
  const told = toldShift(scenario, wording);
  if (told === undefined) return [];
  const { title, people, clearest, lead, more } = told;
  const list: SlideList = {
    ...{ lead: people, ordered: false, items: clearest.map((text) => ({ text, more: [] })) },
    ...(more !== undefined && { more }),
  };
  return [{ kind: 'lists', title, lists: [list], note: lead }];
}

function debate({ scenario, vision, wording, kind }: Result): Slide {
  const { say, catalogue } = wording;
  const { questions } = briefingWords(
    briefing(scenario, vision, catalogue),
    { most: 1, grain: grainOf(kind) },
    wording,
  );
  const items = questions
    .slice(0, most)
    .map(({ question, facts }) => ({ text: question, more: facts === '' ? [] : [facts] }));
  return {
    kind: 'lists',
    title: say('report.slides.debate'),
    lists: items.length === 0 ? [] : [{ ordered: true, items }],
    note: say(items.length === 0 ? 'briefing.questions.none' : 'briefing.questions.close'),
  };
}
