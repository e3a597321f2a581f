import { z } from 'zod';
import type { ApplicationParts } from '#application/parts.ts';
import { type PlanOutcome, planPublication } from '#application/results/plan-publication.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { momentAt } from '#domain/consultation/local-day.ts';
import type { Admin } from '../admin.ts';
import type { Problems } from '../fields.ts';
import { moment } from '../said.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';

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
  admin.actOf('/c/:code/publier/date', 'facilitator', async (visit, its, form) => {
    const given = form.read(Plan);
    if (given === undefined) return { kind: 'missing' };
    const at = momentAt(given.day, given.time, its.timeZone);
    if (at === undefined) return page(visit, its, { problems: { day: visit.say('setting-problem.no-day') } });
    const done = await planPublication(application, visit.actor, { code: its.id, at });
    return told(done, visit, its, visit.say('publishing.plan.past'));
  });
  admin.actOf('/c/:code/publier/date/retrait', 'facilitator', async (visit, its) =>
    told(await planPublication(application, visit.actor, { code: its.id }), visit, its, ''),
  );
}
