import type { ReplyOf } from '#domain/conversation/reply.ts';
import { totals } from '#scenario/personal-counts.ts';
import { beside, forward, groupBeside, onward, openLink } from '../parts/actions.ts';
import { type Content, fitted } from '../parts/card.ts';
import { type Action, aside, buttons, type Element, heading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';
import { type PersonalDetail, personalDetails, personalDomain } from './personal-domain.ts';
import { besideTheGroup, expected, links, overTime } from './personal-whole.ts';

/** What a person keeps, domain by domain: theirs, and theirs to change. */
export function personalScenario(reply: ReplyOf<'personal-scenario'>, view: View): Rendered {
  return fitted<PersonalDetail>(view, personalDetails, (detail) => draw(reply, detail, view));
}

function draw(reply: ReplyOf<'personal-scenario'>, detail: PersonalDetail, view: View): Content {
  const { say } = view;
  const { domains } = reply.scenario;
  const lead = say('card.personal.lead', totals(reply.scenario));
  const yours = say('card.personal.yours');
  const drawn = [
    overTime(reply.scenario, detail.whole, view),
    ...domains.map((domain) => personalDomain(domain, detail, view)),
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
      ...takeAway(view),
    ],
    actions: [
      onward(view, reply.next, () =>
        forward(view, say('card.personal.group'), { act: 'word', word: 'group' }),
      ),
      ...others(reply, view),
    ],
    text: lines(say('card.personal.heading'), lead, ...drawn.map(({ text }) => text), yours),
    speak: lines(say('card.personal.heading'), lead, yours),
  };
}

/** A page of it to print, and the day of the result for one's calendar. In the body: a card has room for five ways on. */
function takeAway({ say, links: { myScenario, calendar } }: View): readonly Element[] {
  const ways = [
    ...(myScenario === undefined ? [] : [openLink(say('card.personal.download'), myScenario)]),
    ...(calendar === undefined ? [] : [openLink(say('share.remind'), calendar)]),
  ];
  return ways.length === 0 ? [] : [buttons(ways)];
}

function others({ next }: ReplyOf<'personal-scenario'>, view: View): readonly Action[] {
  const { say } = view;
  return [
    ...groupBeside(view, next),
    beside(view, say('button.change'), { act: 'word', word: 'change' }),
    beside(view, say('button.back'), { act: 'word', word: 'back' }),
    beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
  ];
}
