import { spokenIn } from '#domain/consultation/content/spoken-in.ts';
import { lastDayOf } from '#domain/consultation/end-of.ts';
import type { NoticeCode } from '#domain/conversation/codes.ts';
import type { ReplyOf } from '#domain/conversation/reply.ts';
import { responsible } from '#wording/information/information.ts';
import {
  answerTitle,
  consultationNames,
  dated,
  leading,
  listed,
  questionTitle,
  trajectoryTitle,
  within,
} from '#wording/titles.ts';
import { type Content, card } from '../parts/card.ts';
import type { Rendered, View } from '../view.ts';
import { answered, noted } from './notice-asides.ts';
import {
  closed,
  created,
  declined,
  domainSummary,
  erased,
  myData,
  paused,
  reminder,
  secondRound,
} from './notice-cards.ts';

/**
 * Something short that the assistant says; with something to do about it, on a card. The facts by their code (others have none):
 * - `understood`, `text-noted`: none, but `answered` beside them, the answer to say back
 * - `asked`: none, but `asked` beside them, what the person asked
 * - `ballot-noted`: `stance` ('-2'..'2' or 'dont-know'), `horizon` (an id; absent when not said), `kept` (0 or 1)
 * - `paused`: `code`, the resume code
 * - `declined`: `shown`, which showing of the information they said no to
 * - `domain-summary`: `domain` (an id), `examined`, `kept` and `left`, how many trajectories
 * - `content-changed`: `n`, answers to confirm
 * - `my-data`: `answers`, `ballots` (how many), `started` (ISO time)
 * - `published`: `n`, people; `publish-waiting`: `needed`, people
 * - `created`, `invite-how`: `code`, what names the consultation; `created` also `posted` (0 or 1), whether it stands in the channel, and on a page `link`, the way to facilitate it
 * - `reminded`: `n`, people; `resume-later`, `entry-code-later`: `n`, minutes
 * - `erasure-soon`: `eraseAt` (ISO time)
 * - `proposal-received`, `proposal-twice`: none; `proposal-accepted`, `proposal-refused`: `what`, its title, and `reason`, 'none' where none was given
 * A fact that is missing is said as nothing or as 0.
 */
export function notice(reply: ReplyOf<'notice'>, view: View): Rendered {
  const { about: code, facts = {}, answered: said, asked } = reply;
  if (asked !== undefined) return answer(asked, view);
  const theirs = said ? answerTitle(view, said.question, said.answer) : whoTheyAre(reply, view);
  const text = view.say(`notice.${code}`, {
    ...absent,
    ...facts,
    ...spoken(facts, view),
    title: consultationNames(view).title,
    ...(theirs && { answer: theirs }),
    ...(code === 'changed' && changed(reply, view)),
  });
  const content = noted(reply, text, view) ?? cardOf(code, text, facts, view);
  return content === undefined ? { text } : card(view, content);
}

/** What was changed: an answer, a view, who they are; nothing on notices of before, or where nothing is said of it. */
function changed({ answered, cast, described }: ReplyOf<'notice'>, view: View) {
  if (answered !== undefined) return { of: 'answer', what: questionTitle(view, answered.question) };
  if (cast !== undefined) return { of: 'view', what: trajectoryTitle(view, cast.trajectory) };
  return { of: described?.roles.length || described?.territory ? 'profile' : 'none' };
}

/** Who they said they are, in words. */
function whoTheyAre({ described }: ReplyOf<'notice'>, view: View): string | undefined {
  if (described === undefined) return undefined;
  const { roles, territory } = described;
  const { text } = view;
  const titles = [
    ...roles.map((role) => text.roles[role] ?? role),
    ...(territory === undefined ? [] : [text.territories[territory] ?? territory]),
  ];
  return titles.map((title, i) => (i === 0 ? title : within(title, view))).join(', ');
}

/** What is said to a question of the person's. */
function answer(asked: NonNullable<ReplyOf<'notice'>['asked']>, view: View): Rendered {
  const { topic, term = '', at, left, minutes } = asked;
  const { controller } = consultationNames(view);
  const { contact } = view.consultation.controller;
  const explained = view.text.glossary?.[term]?.text ?? '';
  const organiser = leading(controller, view);
  const last = lastDayOf(view.consultation);
  const ends = last === undefined ? 'none' : dated(view, last);
  const languages = listed(
    view,
    spokenIn(view.catalogue, view.consultation).map(({ name }) => name),
  );
  const reached = { reach: responsible(view), contact: contact || 'none' };
  const who = { languages, controller, organiser, ends, ...reached };
  const text = leading(view.say(`asked.${topic}`, { ...who, at, left, minutes, text: explained }), view);
  const content = answered(asked, text, view);
  return content === undefined ? { text } : card(view, content);
}

type Facts = NonNullable<ReplyOf<'notice'>['facts']>;

const absent = {
  answer: '',
  stance: '',
  horizon: 'none',
  kept: 0,
  code: '',
  domain: '',
  examined: 0,
  answers: 0,
  ballots: 0,
  started: '',
  n: 0,
  needed: 0,
  left: 0,
  posted: 0,
  what: '',
  reason: 'none',
  link: '',
  eraseAt: '',
} as const;

/** Ids and times as they are said. */
function spoken(facts: Facts, view: View): Facts {
  const { text } = view;
  const stances: Readonly<Record<string, string>> = text.stances;
  const horizons: Readonly<Record<string, string>> = text.horizons;
  const { stance, horizon, domain, started, eraseAt } = facts;
  return {
    ...(stance !== undefined && { stance: within(stances[stance] ?? '', view) }),
    ...(horizon !== undefined && { horizon: within(horizons[horizon] ?? 'none', view) }),
    ...(domain !== undefined && { domain: text.domains[domain]?.title ?? '' }),
    ...(typeof started === 'string' && { started: dated(view, started) }),
    ...(typeof eraseAt === 'string' && { eraseAt: dated(view, eraseAt) }),
  };
}

function cardOf(about: NoticeCode, text: string, facts: Facts, view: View): Content | undefined {
  switch (about) {
    case 'paused':
      return paused(text, String(facts.code ?? ''), view);
    case 'my-data':
      return myData(text, view);
    case 'erased':
      return erased(text, view);
    case 'declined':
      return declined(text, typeof facts.shown === 'string' ? facts.shown : undefined, view);
    case 'closed':
      return closed(text, view);
    case 'second-round-open':
      return secondRound(text, view);
    case 'reminder':
      return reminder(text, view);
    case 'domain-summary':
      return domainSummary(text, facts, view);
    case 'created':
      return created(text, typeof facts.link === 'string' ? facts.link : undefined, view);
    default:
      return undefined;
  }
}
