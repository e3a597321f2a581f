import { z } from 'zod';
import type { ApplicationParts } from '#application/parts.ts';
import { type PlanOutcome, planPublication } from '#application/results/plan-publication.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { momentAt } from '#domain/consultation/local-day.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { lastDone } from '../at-once/last-done.ts';
import { meetShort, oneField } from '../at-once/met-page.ts';
import type { Problems } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import { moment } from '../said.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { momentLeaf } from './plan-part.ts';

/** The page again, with what became of it. */
type Page = (
  visit: Member,
  its: Consultation,
  after: { readonly told: string } | { readonly problems: Problems },
) => Promise<AdminAnswer>;

const Plan = z.object({ day: z.string(), time: z.string() });

/** `…/publier/date`: when the program publishes by itself; `…/retrait`: not any more. */
export function mountPlan(admin: Admin, application: ApplicationParts, page: Page): void {
  const told = async (done: PlanOutcome, visit: Member, its: Consultation, problem: string) => {
    switch (done.outcome) {
      case 'done': {
        const { publishAt, timeZone } = done.consultation;
        const date = publishAt === undefined ? '' : moment(publishAt, visit, timeZone);
        const said = publishAt === undefined ? 'publishing.plan.none' : 'publishing.plan.on';
        return page(visit, done.consultation, { told: visit.say(said, { date }) });
      }
      case 'unchanged':
        return page(visit, its, { told: visit.say('publishing.plan.unchanged') });
      case 'invalid':
        return page(visit, its, { problems: { day: problem } });
      default:
        return refused(done.outcome);
    }
  };
  /** The moment that is wished for, as long as it does not meet another one that somebody else planned meanwhile. */
  const plan = async (
    visit: Member,
    its: Consultation,
    form: Form,
    { at, shown, problem }: { readonly at?: string; readonly shown: string; readonly problem: string },
  ): Promise<AdminAnswer> => {
    const { say } = visit;
    const met = await meetShort({
      ...{ visit, form, mine: new Map([['moment', shown]]), now: momentLeaf(its), timeZone: its.timeZone },
      ...{
        words: oneField(say('publishing.plan.title'), (text) => momentIn(text, its, visit)),
        title: say('admin.tab.publish'),
        of: { its, at: 'publish' },
      },
      by: () => lastDone(application.audit, its.id, ['publication-planned', 'publication-taken-back']),
    });
    if ('page' in met) return met.page;
    if (met.isTheirs) return { kind: 'to', path: tabAddress(its.id, 'publish'), said: 'saved' };
    const isExpected = ({ publishAt }: Consultation) => publishAt === its.publishAt;
    const wish = { code: its.id, isExpected, ...(at !== undefined && { at }) };
    const done = await planPublication(application, visit.actor, wish);
    if (done.outcome !== 'changed') return told(done, visit, its, problem);
    const latest = await application.store.load('consultation', its.id);
    return latest === undefined
      ? { kind: 'missing' }
      : plan(visit, latest, form, { ...(at && { at }), shown, problem });
  };
  admin.actOf('/c/:code/publier/date', 'facilitator', async (visit, its, form) => {
    const given = form.read(Plan);
    if (given === undefined) return { kind: 'missing' };
    const at = momentAt(given.day, given.time, its.timeZone);
    if (at === undefined) return page(visit, its, { problems: { day: visit.say('setting-problem.no-day') } });
    const shown = `${given.day} ${given.time}`;
    return plan(visit, its, form, { at, shown, problem: visit.say('publishing.plan.past') });
  });
  admin.actOf('/c/:code/publier/date/retrait', 'facilitator', (visit, its, form) =>
    plan(visit, its, form, { shown: '', problem: '' }),
  );
}

/** A moment of the form as it is read. */
function momentIn(text: string, { timeZone }: Consultation, visit: Member): string {
  const [day = '', time = ''] = text.split(' ');
  const at = momentAt(day, time, timeZone);
  return at === undefined ? text : moment(at, visit, timeZone);
}
