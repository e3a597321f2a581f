import { openSecondRound } from '#application/consultation/second-round.ts';
import type { Application } from '#application/parts.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { type RoundProblem, withSecondRound } from '#domain/consultation/second-round.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button } from '../fields.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { dayProblem, mountAskedTwice, reopeningForm, reopeningPage, type Sent } from './reopening-form.ts';
import { lifePaths } from './state.ts';

/** `/animation/c/{code}/second-tour`: people may look at their views again beside the first result, asked twice. */
export function mountSecondRound(admin: Admin, application: Application): void {
  const asked = { path: lifePaths.round, least: 'facilitator', page } as const;
  mountAskedTwice(admin, asked, async (visit, its, wish, wrongDay) => {
    const done = await openSecondRound(application, visit.actor, wish);
    switch (done.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}`, said: 'round-opened' };
      case 'invalid':
        return isOfDay(done.wrong)
          ? wrongDay(dayProblem(done.wrong, its, visit))
          : { kind: 'to', path: `/animation/c/${its.id}`, said: 'too-late' };
      default:
        return refused(done.outcome);
    }
  });
}

const isOfDay = ({ problem }: RoundProblem): boolean =>
  problem === 'no-day' || problem === 'past' || problem === 'after-erasure';

function page(visit: Member, its: Consultation, sent: Sent): AdminAnswer {
  const { say, now, role } = visit;
  const isOver = phaseOf(its, now) === 'closed';
  if (isOver && role !== 'owner') return refused('forbidden');
  // What would come of it now: what is not to be is said before anybody fills in a form.
  const wish = withSecondRound(its, undefined, now);
  if ('problem' in wish && (wish.problem === 'once' || wish.problem === 'unfit')) return { kind: 'missing' };
  const title = say('round.title');
  if ('problem' in wish && (wish.problem === 'no-result' || wish.problem === 'hidden'))
    return reopeningPage(
      visit,
      its,
      sent,
      html`<p>${say('round.what')}</p><p>${say(`round.${wish.problem}`)}</p>`,
      title,
    );
  const body = reopeningForm(visit, its, sent, {
    lead: html`<p>${say('round.what')}</p>
<p>${say('round.how')}</p>
<p>${say(isOver ? 'round.over' : 'round.open')}</p>
<p>${say('round.result', { minGroup: its.minGroup })}</p>`,
    ...{ path: lifePaths.round, title, sure: say('round.sure'), hasDay: isOver },
    yes: button(say('round.yes')),
  });
  return reopeningPage(visit, its, sent, body, title);
}
