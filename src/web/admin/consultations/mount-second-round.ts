import { z } from 'zod';
import { endSecondRound, openSecondRound } from '#application/consultation/second-round.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { type RoundProblem, withSecondRound } from '#domain/consultation/second-round.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button, choose, hidden, line, type Problems, summary } from '../fields.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { lifePaths } from './state.ts';

/** `/animation/c/{code}/second-tour`: people may look at their views again beside the first result, asked twice; `/fin` ends it. */
export function mountSecondRound(admin: Admin, application: ApplicationParts): void {
  const path = `/c/:code/${lifePaths.round}`;
  admin.pageOf(path, 'facilitator', async (visit, its) => page(visit, its));
  admin.actOf(path, 'facilitator', async (visit, its, form) => {
    const given = form.read(Wish);
    const closes = given?.closes ?? '';
    if (given?.sure !== 'oui') return page(visit, its, closes, { sure: visit.say('admin.reopen.unsure') });
    const wish = { code: its.id, ...(closes !== '' && { closes }) };
    const done = await openSecondRound(application, visit.actor, wish);
    switch (done.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}`, said: 'round-opened' };
      case 'invalid':
        return isOfDay(done.wrong)
          ? page(visit, its, closes, { closes: saidOf(done.wrong, its, visit) })
          : { kind: 'to', path: `/animation/c/${its.id}`, said: 'too-late' };
      default:
        return refused(done.outcome);
    }
  });
  admin.actOf(`/c/:code/${lifePaths.endRound}`, 'facilitator', async ({ actor }, { id: code }) => {
    const { outcome } = await endSecondRound(application, actor, { code });
    const to = { kind: 'to', path: `/animation/c/${code}` } as const;
    if (outcome === 'unfit') return { ...to, said: 'too-late' };
    return outcome === 'done' ? { ...to, said: 'round-ended' } : refused(outcome);
  });
}

const Wish = z.object({ sure: z.string().optional(), closes: z.string().optional() });

const isOfDay = ({ problem }: RoundProblem): boolean =>
  problem === 'no-day' || problem === 'past' || problem === 'after-erasure';

function saidOf(wrong: RoundProblem, { timeZone }: Consultation, visit: Member): string {
  const on = 'day' in wrong ? day(`${wrong.day}T12:00:00Z`, visit, timeZone) : '';
  return visit.say(`setting-problem.${wrong.problem}`, { day: on });
}

function page(visit: Member, its: Consultation, closes = '', problems: Problems = {}): AdminAnswer {
  const { say, now, role } = visit;
  const phase = phaseOf(its, now);
  if (phase === 'closed' && role !== 'owner') return refused('forbidden');
  // What would come of it now: what is not to be is said before anybody fills in a form.
  const wish = withSecondRound(its, undefined, now);
  if ('problem' in wish && (wish.problem === 'once' || wish.problem === 'unfit')) return { kind: 'missing' };
  const isAwaited = 'problem' in wish && (wish.problem === 'no-result' || wish.problem === 'hidden');
  const body = isAwaited
    ? html`<p>${say('round.what')}</p><p>${say(`round.${wish.problem}`)}</p>`
    : form(visit, its, closes, problems);
  const shown = tabPage('home', its, visit, body, say('round.title'));
  return Object.keys(problems).length === 0 || shown.kind !== 'page' ? shown : { ...shown, status: 422 };
}

function form(visit: Member, its: Consultation, closes: string, problems: Problems): Html {
  const { say, token, now } = visit;
  const isOver = phaseOf(its, now) === 'closed';
  const choices = [{ value: 'oui', label: say('round.sure') }];
  const hint = say(isToClose(its, now) ? 'admin.reopen.closes-stays' : 'admin.calendar.closes-hint');
  const label = say('admin.reopen.closes');
  return html`${summary(problems, say('admin.problems'))}
<p>${say('round.what')}</p>
<p>${say('round.how')}</p>
<p>${say(isOver ? 'round.over' : 'round.open')}</p>
<p>${say('round.result', { minGroup: its.minGroup })}</p>
<form method="post" action="/animation/c/${its.id}/${lifePaths.round}" class="panel">${hidden('jeton', token)}
${isOver ? line({ name: 'closes', type: 'date', label, hint, value: closes, problem: problems.closes }) : ''}
${choose({ name: 'sure', label: say('round.title'), kind: 'checkbox', values: [], choices, problem: problems.sure })}
<p>${button(say('round.yes'))}</p></form>`;
}

const isToClose = ({ closesAt }: Consultation, now: string): boolean =>
  closesAt !== undefined && closesAt > now;
