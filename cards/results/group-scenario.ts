import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { ReleasedView, WaitingView } from '#domain/results/group-view.ts';
import { worthDebating } from '#scenario/telling.ts';
import { grainOf } from '#wording/numbers.ts';
import { resultState, waitingText } from '#wording/results/result-state.ts';
import { consultationNames, domainTitle, joined, quotedTrajectory } from '#wording/titles.ts';
import { choseToTakePart, participants } from '#wording/who/participants.ts';
import { beside, forward, forwardInPrivate, myScenario, onward, openLink } from '../parts/actions.ts';
import { type Content, card, fitted } from '../parts/card.ts';
import { type Action, aside, eyebrow, heading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';
import { groupDomain } from './group-domain.ts';
import { divides, domainInShort } from './group-overview.ts';

/** What the group makes of the trajectories, or how many people are still needed before anything may be shown. */
export function groupScenario(reply: ReplyOf<'group-scenario'>, view: View): Rendered {
  const { group } = reply;
  if (group.state === 'waiting') return card(view, waiting(group, reply, view));
  const domain = group.scenario.domains.find((one) => one.domain === reply.domain);
  if (domain === undefined)
    return fitted(
      view,
      [
        { named: true, titles: 3 },
        { named: true, titles: 1 },
        { named: false, titles: 1 },
      ],
      (detail) => overview(group, detail, reply, view),
    );
  return fitted(view, [20, 11, 8, 6, 4, 2, 1], (shown) => whole(group, domain, shown, reply, view));
}

function waiting(group: WaitingView, reply: ReplyOf<'group-scenario'>, view: View): Content {
  const { say } = view;
  const [how, ...why] = waitingText(group, view);
  return {
    body: [
      heading(say('card.group.heading')),
      words(how),
      ...why.map((line) => words(line, { isSubtle: true })),
    ],
    actions: actions(reply, view),
    text: lines(say('card.group.heading'), how, ...why),
  };
}

function overview(
  group: ReleasedView,
  detail: { readonly named: boolean; readonly titles: number },
  reply: ReplyOf<'group-scenario'>,
  view: View,
): Content {
  const { say } = view;
  const { scenario, minGroup } = group;
  const grain = grainOf(group.kind);
  const who = participants(scenario, grain, view);
  const reading = say('card.group.reading');
  const on = lines(...resultState(group, view));
  const drawn = scenario.domains.map((domain) => domainInShort(domain, minGroup, grain, view));
  const debated = worthDebating(scenario)
    .slice(0, detail.named ? 3 : 0)
    .map(({ trajectory }) => quotedTrajectory(view, trajectory));
  const debate =
    debated.length === 0 ? undefined : say('card.group.debate', { titles: joined(view, debated) });
  const camps = divides(scenario, detail.titles, view);
  const [lead = '', ...more] = who;
  return {
    body: [
      ...whose(view),
      heading(say('card.group.heading')),
      words(lead),
      ...more.map((line) => aside(line, { spacing: 'Small' })),
      ...(debate === undefined ? [] : [words(debate)]),
      aside(say('card.group.tap'), { spacing: 'Medium' }),
      ...drawn.flatMap(({ body }) => body),
      ...camps.body,
      aside(reading, { spacing: 'Large' }),
      aside(on),
    ],
    actions: actions(reply, view),
    text: lines(
      say('card.group.heading'),
      ...who,
      debate,
      ...drawn.map(({ text }) => text),
      camps.text,
      reading,
      on,
    ),
    speak: lines(say('card.group.heading'), lead, ...(debate === undefined ? [] : [debate]), reading),
  };
}

/** Which consultation it is about, where the conversation may hold several. */
const whose = (view: View) => (view.several ? [eyebrow(consultationNames(view).title)] : []);

/** One domain in full. */
function whole(
  group: ReleasedView,
  domain: GroupScenario['domains'][number],
  shown: number,
  reply: ReplyOf<'group-scenario'>,
  view: View,
): Content {
  const { say } = view;
  const grain = grainOf(group.kind);
  const who = choseToTakePart(group.scenario.n, grain, view);
  const reading = say('card.group.reading');
  const on = lines(...resultState(group, view));
  const { body, text } = groupDomain(domain, shown, group.minGroup, grain, view);
  return {
    body: [...body, aside(who, { spacing: 'Large' }), aside(reading), aside(on)],
    actions: [forward(view, say('card.group.whole'), { act: 'word', word: 'group' }), ...others(reply, view)],
    text: lines(text, who, reading, on),
    speak: lines(domainTitle(view, domain.domain), who, reading),
  };
}

function actions(reply: ReplyOf<'group-scenario'>, view: View): readonly Action[] {
  const { say } = view;
  if (view.setting === 'channel') return together(reply, view);
  const publish = () => beside(view, say('button.publish'), { act: 'word', word: 'publish' });
  return [
    onward(view, reply.next, () => forward(view, say('card.group.domains'), { act: 'word', word: 'menu' })),
    ...others(reply, view),
    ...(reply.facilitator ? [publish()] : []),
  ];
}

/** In a channel: what anyone may do; nothing that is one person's. */
function together(reply: ReplyOf<'group-scenario'>, view: View): readonly Action[] {
  const { say, consultation } = view;
  if (!consultation.closed) {
    const take = forwardInPrivate(view, say('card.invitation.take-part'), { act: 'participate' });
    return [take, ...others(reply, view)];
  }
  const vision = forward(view, say('button.vision'), { act: 'word', word: 'vision' });
  return [vision, ...pictures(reply, view)];
}

/** Where else one may look from here. */
function others(reply: ReplyOf<'group-scenario'>, view: View): readonly Action[] {
  const vision = beside(view, view.say('button.vision'), { act: 'word', word: 'vision' });
  return [...myScenario(view), ...ownPlace(reply, view), vision, ...pictures(reply, view)];
}

/**
 * To where one stands beside the group: for a person alone, once there is something to stand beside. Whoever facilitates has a button
 * to publish in its place, for hosts draw five at most.
 */
function ownPlace({ group, facilitator }: ReplyOf<'group-scenario'>, view: View): readonly Action[] {
  if (view.setting === 'channel' || group.state === 'waiting' || facilitator) return [];
  return [beside(view, view.say('button.my-place'), { act: 'word', word: 'my-place' })];
}

function pictures({ group }: ReplyOf<'group-scenario'>, { say, links }: View): readonly Action[] {
  if (links.results === undefined || group.state === 'waiting') return [];
  return [openLink(say('card.group.pictures'), links.results)];
}
