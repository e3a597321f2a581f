import type { phaseOf } from '#domain/consultation/consultation.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { briefing } from '#scenario/briefing/briefing.ts';
import { visionView } from '#scenario/vision.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { grainOf, peopleCount } from '#wording/numbers.ts';
import type { Wording } from '#wording/wording.ts';
import type { LiveNumbers } from './live.ts';
import type { Slide } from './slide.ts';
import { participation, waiting, welcome } from './slides-before.ts';
import { decided, opinionSlides, unexamined, unknown } from './slides-group.ts';
import { visionSlides } from './slides-vision.ts';

export interface Projected {
  readonly view: Wording;
  readonly phase: ReturnType<typeof phaseOf>;
  /** Where people take part. */
  readonly address: string;
  readonly live: LiveNumbers;
  readonly group: GroupView;
  readonly logo?: Html;
}

/** Everything that is projected, in order: before the debate, then what was released of the group, then how to read it. */
export function slides({ view, phase, address, live, group, logo }: Projected): readonly Slide[] {
  const { say, catalogue } = view;
  const before = [welcome(view, { phase, address, logo }), ...participation(view, live)];
  if (group.state === 'waiting') return [...before, waiting(view, live)];
  const { scenario } = group;
  const vision = visionView(group, catalogue);
  const facts = briefing(scenario, vision, catalogue);
  const grain = grainOf(group.kind);
  const foot = say('projection.foot', { n: scenario.n, people: peopleCount(scenario.n, grain, view) });
  const reading: Slide = {
    id: 'debate',
    title: say('projection.debate.title'),
    body: html`<p class="lead">${say('projection.debate.lead')}</p><p>${say('results.reading')}</p>`,
  };
  return [
    ...before,
    ...decided(facts, foot, grain, view),
    ...unknown(scenario, foot, grain, view),
    ...unexamined(facts, foot, view),
    ...opinionSlides(scenario, foot, view),
    ...visionSlides(view, vision, foot),
    reading,
  ];
}
