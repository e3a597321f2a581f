import { type Action, beside, forward, openLink } from './actions.ts';
import type { Content } from './card.ts';
import { aside, heading, words } from './elements.ts';
import { fitted } from './fitted.ts';
import { type PersonalDetail, personalDetails, personalDomain } from './personal-domain.ts';
import { besideTheGroup, expected, links, timeline } from './personal-whole.ts';
import { lines } from './plain.ts';
import type { Said } from './said.ts';
import { domainTitle } from './titles.ts';
import type { Rendered, View } from './view.ts';

/** What a person keeps, domain by domain: theirs, and theirs to change. */
export function personalScenario(reply: Said<'personal-scenario'>, view: View): Rendered {
  return fitted<PersonalDetail>(view, personalDetails, (detail) => draw(reply, detail, view));
}

function draw(reply: Said<'personal-scenario'>, detail: PersonalDetail, view: View): Content {
  const { say } = view;
  const { domains } = reply.scenario;
  const kept = domains.reduce((sum, domain) => sum + domain.kept.length, 0);
  const examined = domains.reduce((sum, domain) => sum + domain.examined, 0);
  const lead = say('card.personal.lead', { kept, examined });
  const yours = say('card.personal.yours');
  const drawn = [
    ...domains.map((domain) => personalDomain(domain, detail, view)),
    timeline(reply.scenario, detail.whole, view),
    expected(reply.scenario, view),
    links(reply.scenario, detail.whole, view),
    besideTheGroup(reply.beside, detail.whole, view),
  ];
  return {
    body: [
      heading(say('card.personal.heading')),
      words(lead),
      ...drawn.flatMap(({ body }) => body),
      aside(yours, { spacing: 'Medium' }),
    ],
    actions: [onward(reply, view), ...others(reply, view)],
    text: lines(say('card.personal.heading'), lead, ...drawn.map(({ text }) => text), yours),
    speak: lines(say('card.personal.heading'), lead, yours),
  };
}

function onward({ next }: Said<'personal-scenario'>, view: View): Action {
  const { say } = view;
  if (next === undefined) return forward(view, say('card.personal.group'), { act: 'word', word: 'group' });
  return forward(view, say('button.continue-with', { domain: domainTitle(view, next) }), {
    act: 'open',
    domain: next,
  });
}

function others({ next }: Said<'personal-scenario'>, view: View): readonly Action[] {
  const { say } = view;
  const { myScenario } = view.links;
  return [
    ...(next === undefined
      ? []
      : [beside(view, say('button.group'), { act: 'word', word: 'group' } as const)]),
    beside(view, say('button.change'), { act: 'word', word: 'change' }),
    ...(myScenario === undefined ? [] : [openLink(say('card.personal.download'), myScenario)]),
    beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
  ];
}
