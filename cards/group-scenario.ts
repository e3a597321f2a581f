import type { GroupView } from '#domain/group-scenario.ts';
import { type Action, beside, forward } from './actions.ts';
import { type Content, card } from './card.ts';
import { aside, heading, words } from './elements.ts';
import { fitted } from './fitted.ts';
import { groupDomain } from './group-domain.ts';
import { participants } from './participants.ts';
import { lines } from './plain.ts';
import type { Said } from './said.ts';
import { dated, domainTitle } from './titles.ts';
import type { Rendered, View } from './view.ts';

/** What the group makes of the trajectories, or how many people are still needed before anything may be shown. */
export function groupScenario(reply: Said<'group-scenario'>, view: View): Rendered {
  const { group } = reply;
  if (group.state === 'waiting') return card(view, waiting(group, reply, view));
  return fitted(view, [10, 6, 4, 3, 2, 1], (shown) => released(group, shown, reply, view));
}

function waiting(
  { needed, minGroup }: Extract<GroupView, { state: 'waiting' }>,
  reply: Said<'group-scenario'>,
  view: View,
): Content {
  const { say } = view;
  const how = say('card.group.waiting', { needed });
  const why = say('card.group.waiting-why', { minGroup });
  return {
    body: [heading(say('card.group.heading')), words(how), words(why, { isSubtle: true })],
    actions: actions(reply, view),
    text: lines(say('card.group.heading'), how, why),
  };
}

function released(
  { scenario, at, minGroup }: Extract<GroupView, { state: 'released' }>,
  shown: number,
  reply: Said<'group-scenario'>,
  view: View,
): Content {
  const { say } = view;
  const who = participants(scenario, minGroup, view);
  const reading = say('card.group.reading');
  const on = say('card.group.at', { date: dated(view, at) });
  const drawn = scenario.domains.map((domain) => groupDomain(domain, shown, minGroup, view));
  const [lead = '', ...more] = who;
  return {
    body: [
      heading(say('card.group.heading')),
      words(lead),
      ...more.map((line) => aside(line, { spacing: 'Small' })),
      ...drawn.flatMap(({ body }) => body),
      aside(reading, { spacing: 'Large' }),
      aside(on),
    ],
    actions: actions(reply, view),
    text: lines(say('card.group.heading'), ...who, ...drawn.map(({ text }) => text), reading, on),
    speak: lines(say('card.group.heading'), lead, reading),
  };
}

function actions({ next, facilitator }: Said<'group-scenario'>, view: View): readonly Action[] {
  const { say } = view;
  const onward =
    next === undefined
      ? forward(view, say('card.group.domains'), { act: 'word', word: 'menu' })
      : forward(view, say('button.continue-with', { domain: domainTitle(view, next) }), {
          act: 'open',
          domain: next,
        });
  return [
    onward,
    beside(view, say('button.my-scenario'), { act: 'word', word: 'my-scenario' }),
    ...(facilitator ? [beside(view, say('button.publish'), { act: 'word', word: 'publish' } as const)] : []),
  ];
}
