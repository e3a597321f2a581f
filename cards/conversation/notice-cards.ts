import { DomainId } from '#domain/catalogue/domains.ts';
import { isFollowedUp } from '#domain/consultation/follow-up/follow-up.ts';
import { consultationNames } from '#wording/titles.ts';
import { beside, destroy, forward, openLink } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { heading, picture, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';

/** A pause: the code that takes the conversation up elsewhere. */
export function paused(text: string, code: string, view: View): Content {
  const { say } = view;
  const elsewhere = code === '' ? undefined : view.links.takeUp?.(code);
  return {
    body: [
      heading(say('card.paused.heading')),
      words(text),
      ...(code === '' ? [] : [words(code, { size: 'ExtraLarge', weight: 'Bolder', fontType: 'Monospace' })]),
      ...(elsewhere?.picture === undefined ? [] : [picture(elsewhere.picture, say('card.paused.picture'))]),
    ],
    actions: [
      forward(view, say('button.resume'), { act: 'word', word: 'resume' }),
      ...(elsewhere === undefined ? [] : [openLink(say('card.paused.open'), elsewhere.link)]),
    ],
    text: lines(text, code, elsewhere?.link),
  };
}

/** What is kept of the person: to see, download, correct or erase. */
export function myData(text: string, view: View): Content {
  const { say, links } = view;
  const { myData } = links;
  return {
    body: [heading(say('card.my-data.heading')), words(text)],
    actions: [
      forward(view, say('button.resume'), { act: 'word', word: 'resume' }),
      ...(myData === undefined ? [] : [openLink(say('card.my-data.download'), myData)]),
      beside(view, say('button.change'), { act: 'word', word: 'change' }),
      destroy(view, say('card.my-data.erase'), { act: 'word', word: 'erase' }),
    ],
    text: lines(text, myData && say('card.my-data.link', { link: myData }), say('card.my-data.how')),
  };
}

/** Nothing is kept of them any more, and they may begin again. */
export function erased(text: string, view: View): Content {
  const { say } = view;
  return {
    body: [heading(say('card.erased.heading')), words(text)],
    actions: [forward(view, say('card.erased.again'), { act: 'participate' })],
    text: lines(say('card.erased.heading'), text),
  };
}

/** They said no: nothing is asked, and the way back stays open. */
export function declined(text: string, shown: string | undefined, view: View): Content {
  const { say } = view;
  const agree = { act: 'consent', agree: true, ...(shown !== undefined && { shown }) } as const;
  return {
    body: [heading(say('card.declined.heading')), words(text)],
    actions: [forward(view, say('card.declined.agree'), agree)],
    text: lines(say('card.declined.heading'), text),
  };
}

/** No more answers are taken; what was made of them can still be read. */
export function closed(text: string, view: View): Content {
  const { say, consultation } = view;
  const isAnswered = isFollowedUp(consultation);
  return {
    body: [heading(say('card.closed.heading')), words(text)],
    actions: [
      forward(view, say('card.closed.group'), { act: 'word', word: 'group' }),
      ...(isAnswered ? [beside(view, say('follow-up.title'), { act: 'word', word: 'follow-up' })] : []),
      beside(view, say('button.my-scenario'), { act: 'word', word: 'my-scenario' }),
      beside(view, say('card.closed.my-data'), { act: 'word', word: 'my-data' }),
    ],
    text: lines(say('card.closed.heading'), text),
  };
}

/** They stopped half-way, and may say that they want no more of this. */
export function reminder(text: string, view: View): Content {
  const { say } = view;
  return {
    body: [heading(consultationNames(view).title), words(text)],
    actions: [
      forward(view, say('button.resume'), { act: 'word', word: 'resume' }),
      beside(view, say('card.reminder.no'), { act: 'word', word: 'no-reminders' }),
    ],
    text: lines(consultationNames(view).title, text, say('card.reminder.how')),
  };
}

/** Their views may be looked at again; what is asked otherwise follows. */
export function secondRound(text: string, view: View): Content {
  const { say } = view;
  return {
    body: [heading(say('second-round.heading')), words(text)],
    actions: [forward(view, say('second-round.open'), { act: 'word', word: 'second-round' })],
    text: lines(say('second-round.heading'), text),
  };
}

/** A consultation is there: where it goes from here. */
export function created(text: string, link: string | undefined, view: View): Content {
  const { say, links } = view;
  return {
    body: [heading(consultationNames(view).title), words(text)],
    actions: [
      link === undefined
        ? forward(view, say('card.created.progress'), { act: 'word', word: 'progress' })
        : { ...openLink(say('card.created.facilitate'), link), style: 'positive' },
      openLink(say('card.created.page'), links.page),
    ],
    text: lines(consultationNames(view).title, text, link, links.page),
  };
}

/** The end of a domain, where whoever took part may propose what was not among its trajectories. */
export function domainSummary(
  text: string,
  { domain }: Readonly<Record<string, unknown>>,
  view: View,
): Content | undefined {
  const { data: named } = DomainId.safeParse(domain);
  if (view.consultation.proposals !== 'allowed' || named === undefined) return undefined;
  const offer = view.say('proposal.offer.lead');
  return {
    body: [words(text), words(offer)],
    actions: [beside(view, view.say('proposal.offer.do'), { act: 'propose', domain: named })],
    text: lines(text, offer, view.say('proposal.offer.how')),
  };
}
