import { z } from 'zod';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { choose, hasProblems, hidden, line, type Problems, summary } from '../fields.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '../visit.ts';

/** What is sent to let people answer again: that one is sure, and the new last day. */
export const ReopeningWish = z.object({ sure: z.string().optional(), closes: z.string().optional() });

/** A form as it was sent, with what is wrong with it. */
export interface Sent {
  readonly closes: string;
  readonly problems: Problems;
}

export const notSent: Sent = { closes: '', problems: {} };

interface Asked {
  /** What comes of it, in paragraphs. */
  readonly lead: Html;
  readonly path: string;
  readonly title: string;
  readonly sure: string;
  readonly yes: Html;
  /** Whether a new last day is asked for. */
  readonly hasDay: boolean;
}

/** Asks for the last day and whether one is sure, before people may answer again. */
export function reopeningForm(visit: Member, its: Consultation, sent: Sent, asked: Asked): Html {
  const { say, token, now } = visit;
  const { closes, problems } = sent;
  const isToClose = its.closesAt !== undefined && its.closesAt > now;
  const hint = say(isToClose ? 'admin.reopen.closes-stays' : 'admin.calendar.closes-hint');
  const label = say('admin.reopen.closes');
  const choices = [{ value: 'oui', label: asked.sure }];
  return html`${summary(problems, say('admin.problems'))}
${asked.lead}
<form method="post" action="/animation/c/${its.id}/${asked.path}" class="panel">${hidden('jeton', token)}
${asked.hasDay ? line({ name: 'closes', type: 'date', label, hint, value: closes, problem: problems.closes }) : ''}
${choose({ name: 'sure', label: asked.title, kind: 'checkbox', values: [], choices, problem: problems.sure })}
<p>${asked.yes}</p></form>`;
}

/** The page with it: what was sent and is wrong is answered so. */
export function reopeningPage(
  visit: Member,
  its: Consultation,
  { problems }: Sent,
  body: Html,
  title: string,
): AdminAnswer {
  return withProblems(tabPage('home', its, visit, body, title), hasProblems(problems));
}

/** What is wrong with the last day, in words. */
export function dayProblem(
  wrong: { readonly problem: string; readonly day?: string },
  { timeZone }: Consultation,
  visit: Member,
): string {
  const on = wrong.day === undefined ? '' : day(`${wrong.day}T12:00:00Z`, visit, timeZone);
  return visit.say(`setting-problem.${wrong.problem}`, { day: on });
}
