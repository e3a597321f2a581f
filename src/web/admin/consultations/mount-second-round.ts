import { endSecondRound, openSecondRound } from '#application/consultation/second-round.ts';
import type { Application } from '#application/parts.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { type RoundProblem, withSecondRound } from '#domain/consultation/second-round.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button } from '../fields.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import {
  dayProblem,
  notSent,
  ReopeningWish,
  reopeningForm,
  reopeningPage,
  type Sent,
} from './reopening-form.ts';
import { lifePaths } from './state.ts';

/** `/animation/c/{code}/second-tour`: people may look at their views again beside the first result, asked twice; `/fin` ends it. */
export function mountSecondRound(admin: Admin, application: Application): void {
  const path = `/c/:code/${lifePaths.round}`;
  admin.pageOf(path, 'facilitator', async (visit, its) => page(visit, its));
  admin.actOf(path, 'facilitator', async (visit, its, form) => {
    const given = form.read(ReopeningWish);
    const closes = given?.closes ?? '';
    if (given?.sure !== 'oui')
      return page(visit, its, { closes, problems: { sure: visit.say('admin.reopen.unsure') } });
    const wish = { code: its.id, ...(closes !== '' && { closes }) };
    const done = await openSecondRound(application, visit.actor, wish);
    switch (done.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}`, said: 'round-opened' };
      case 'invalid':
        return isOfDay(done.wrong)
          ? page(visit, its, { closes, problems: { closes: dayProblem(done.wrong, its, visit) } })
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

const isOfDay = ({ problem }: RoundProblem): boolean =>
  problem === 'no-day' || problem === 'past' || problem === 'after-erasure';

function page(visit: Member, its: Consultation, sent: Sent = notSent): AdminAnswer {
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
