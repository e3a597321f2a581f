import { primary } from '#domain/catalogue/language.ts';
import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { consultationNames } from '#wording/titles.ts';
import { beside, openLink } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { concernButton } from '../parts/concern-button.ts';
import { type Action, typed, words } from '../parts/elements.ts';
import { otherLanguages, speakIn } from '../parts/languages.ts';
import { lines, shorten } from '../parts/plain.ts';
import type { View } from '../view.ts';

type Notice = ReplyOf<'notice'>;

/** The longest part of their words that is said back, in characters. */
const longestSaid = 300;

/** What was noted, with one tap to correct it; the way forward stands on the card that follows. */
export function noted(
  { about, answered, cast, described }: Notice,
  text: string,
  view: View,
): Content | undefined {
  const { say } = view;
  if (about === 'text-noted' && answered?.answer.kind === 'text') {
    const theirs = shorten(answered.answer.value, longestSaid);
    const { question } = answered;
    return {
      body: [words(text), typed('', theirs, { spacing: 'Small' })],
      actions: [beside(view, say('card.noted.withdraw'), { act: 'withdraw', question })],
      text: lines(text, theirs),
    };
  }
  if (described !== undefined)
    return { body: [words(text)], actions: [modify({ profile: true }, view)], text };
  if (about === 'understood' && answered !== undefined)
    return { body: [words(text)], actions: [modify({ question: answered.question }, view)], text };
  return about === 'ballot-noted' && cast !== undefined ? notedBallot(cast, text, view) : undefined;
}

const modify = (of: { question: string } | { trajectory: string } | { profile: true }, view: View): Action =>
  beside(view, view.say('card.noted.modify'), { act: 'change', ...of });

function notedBallot(
  { trajectory, ballot, remark }: NonNullable<Notice['cast']>,
  text: string,
  view: View,
): Content {
  const { say } = view;
  const { condition } = ballot;
  const said =
    condition === undefined ? [] : [typed(say('card.personal.condition'), condition, { spacing: 'Small' })];
  return {
    body: [words(text), ...said],
    actions: [
      modify({ trajectory }, view),
      ...(remark === undefined ? [] : [asConcern(trajectory, ballot, remark, view)]),
    ],
    text: lines(text, condition && `${say('card.personal.condition')} ${condition}`),
  };
}

/** The same ballot, with their words as what worries them. */
function asConcern(trajectory: string, ballot: Ballot, remark: string, view: View): Action {
  const { stance, horizon, kept, benefits, condition } = ballot;
  const said = {
    trajectory,
    ...(stance === 'dont-know' ? { none: stance } : { stance: `${stance}` }),
    ...(horizon && { horizon }),
    ...(kept && { kept: 'true' }),
    ...(benefits.length > 0 && { benefits: benefits.join(',') }),
    ...(condition && { condition }),
  };
  return concernButton(said, remark, view);
}

/** The answer to what somebody asked, with what they may do about it. */
export function answered(
  { topic }: NonNullable<Notice['asked']>,
  text: string,
  view: View,
): Content | undefined {
  const actions = actionsFor(topic, view);
  return actions.length === 0 ? undefined : { body: [words(text)], actions, text };
}

function actionsFor(topic: NonNullable<Notice['asked']>['topic'], view: View): readonly Action[] {
  const { say, consultation, links } = view;
  const { contact } = consultation.controller;
  const { controller } = consultationNames(view);
  const erase = beside(view, say('asked.erase'), { act: 'word', word: 'erase' });
  switch (topic) {
    case 'contact':
    case 'calm':
    case 'who-are-you':
    case 'unknown-word': {
      const isMail = /^[^\s@]+@[^\s@]+$/.test(contact);
      return isMail ? [openLink(say('asked.contact-button', { controller }), `mailto:${contact}`)] : [];
    }
    case 'results-when':
      return links.calendar === undefined ? [] : [openLink(say('share.remind'), links.calendar)];
    case 'languages':
      return otherLanguages(view).map((one) => speakIn(view, one));
    case 'reword':
      return easier(view).map((one) => speakIn(view, one));
    case 'unsubscribe':
      return [beside(view, say('asked.no-reminders'), { act: 'word', word: 'no-reminders' }), erase];
    case 'start-again':
      return [beside(view, say('asked.change'), { act: 'word', word: 'change' }), erase];
    default:
      return [];
  }
}

/** The same language in simpler words. */
const easier = (view: View) =>
  otherLanguages(view).filter(
    ({ language, fallback }) => fallback === view.language && primary(language) === primary(view.language),
  );
