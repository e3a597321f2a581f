import { z } from 'zod';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { AccountRole } from '#domain/records/account.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { choose, hasProblems, hidden, line, type Problems, summary } from '../fields.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '../visit.ts';

/** What is sent to let people answer again: that one is sure, and the new last day. */
const ReopeningWish = z.object({ sure: z.string().optional(), closes: z.string().optional() });

/** A form as it was sent, with what is wrong with it. */
export interface Sent {
  readonly closes: string;
  readonly problems: Problems;
}

interface AskedTwice {
  /** Under a consultation. */
  readonly path: string;
  readonly least: AccountRole;
  readonly page: (visit: Member, its: Consultation, sent: Sent) => AdminAnswer;
}

/** What is done once somebody is sure; `wrongDay`: the form again, with what is wrong with its last day. */
type LetAgain = (
  visit: Member,
  its: Consultation,
  wish: { readonly code: string; readonly closes?: string },
  wrongDay: (problem: string) => AdminAnswer,
) => Promise<AdminAnswer>;

/** Mounts a page with such a form, which is asked again until whoever sends it is sure. */
export function mountAskedTwice(admin: Admin, { path, least, page }: AskedTwice, letAgain: LetAgain): void {
  const at = `/c/:code/${path}`;
  admin.pageOf(at, least, async (visit, its) => page(visit, its, { closes: '', problems: {} }));
  admin.actOf(at, least, async (visit, its, form) => {
    const { sure, closes = '' } = form.read(ReopeningWish) ?? {};
    const again = (problems: Problems) => page(visit, its, { closes, problems });
    if (sure !== 'oui') return again({ sure: visit.say('admin.reopen.unsure') });
    const wish = { code: its.id, ...(closes !== '' && { closes }) };
    return letAgain(visit, its, wish, (problem) => again({ closes: problem }));
  });
}

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
