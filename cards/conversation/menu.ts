import type { ReplyOf } from '#domain/conversation/reply.ts';
import { domainTitle, within } from '#wording/titles.ts';
import { beside, forward } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { domainIcon } from '../parts/domain-icon.ts';
import { type Action, type Element, heading, panel, row, words } from '../parts/elements.ts';
import { lines, numbered } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** The domains with how far the person is; each opens by a tap. */
export function menu(reply: Progressing, view: View): Rendered {
  const { say } = view;
  const done = reply.domains.filter((domain) => domain.done >= domain.total).length;
  const total = reply.domains.length;
  const lead = done === total ? say('card.menu.all') : say('card.menu.lead', { done, total });
  const rows = reply.domains.map((domain) => ({
    domain,
    title: `${domainTitle(view, domain.domain)} (${within(state(domain, view), view)})`,
  }));
  return card(view, {
    body: [
      heading(say('card.menu.heading')),
      words(lead),
      ...reply.domains.map((domain) => domainRow(domain, reply, view)),
    ],
    actions: [onward(reply, view), ...others(reply, view)],
    text: lines(say('card.menu.heading'), lead, numbered(rows), say('card.menu.how')),
  });
}

type Progressing = Extract<ReplyOf<'menu'>, { of: 'progress' }>;
type Progress = Progressing['domains'][number];

function state({ done, total }: Progress, { say }: View): string {
  if (done >= total) return say('card.menu.done');
  return done === 0 ? say('card.menu.new') : say('card.menu.started', { done, total });
}

function domainRow(domain: Progress, { next }: Progressing, view: View): Element {
  const title = domainTitle(view, domain.domain);
  const isDone = domain.done >= domain.total;
  const look = isDone ? ({ color: 'Good' } as const) : {};
  const line = row(words(title, domain.domain === next ? { weight: 'Bolder' } : {}), {
    before: domainIcon(domain.domain, view),
    // On a phone six rows fit where "to discover" does not stand in each.
    after: domain.done === 0 ? undefined : words(state(domain, view), { size: 'Small', ...look }),
  });
  return panel([line], {
    style: 'emphasis',
    spacing: 'Small',
    selectAction: beside(view, title, { act: 'open', domain: domain.domain }),
  });
}

/** The next domain; once all are done, what the person made of them. */
function onward({ next, domains }: Progressing, view: View): Action {
  const { say } = view;
  if (next === undefined)
    return forward(view, say('card.menu.my-scenario'), { act: 'word', word: 'my-scenario' });
  const begun = domains.some(({ domain, done }) => domain === next && done > 0);
  const title = { domain: domainTitle(view, next) };
  return forward(view, begun ? say('button.continue-with', title) : say('button.begin-with', title), {
    act: 'open',
    domain: next,
  });
}

function others({ next, domains, round, facilitator }: Progressing, view: View): readonly Action[] {
  const { say } = view;
  const hasScenario = next !== undefined && domains.some(({ done }) => done > 0);
  return [
    ...(round ? [beside(view, say('second-round.open'), { act: 'word', word: 'second-round' })] : []),
    ...(hasScenario ? [beside(view, say('button.my-scenario'), { act: 'word', word: 'my-scenario' })] : []),
    beside(view, say('button.group'), { act: 'word', word: 'group' }),
    beside(view, say('button.back'), { act: 'word', word: 'back' }),
    ...(facilitator ? [beside(view, say('button.publish'), { act: 'word', word: 'publish' })] : []),
  ];
}
