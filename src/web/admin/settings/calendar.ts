import { z } from 'zod';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import { dayOf, usualZone } from '#domain/consultation/local-day.ts';
import { retentionOf } from '#domain/consultation/retention.ts';
import { lastDay } from '#domain/consultation/settings/calendar.ts';
import { onlookers, settingBounds } from '#domain/consultation/settings/settings.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { zoneCalled, zoneName, zoneNames } from '#wording/time-zones.ts';
import { choose, line } from '../fields.ts';
import { day } from '../said.ts';
import type { AdminVisit } from '../visit.ts';
import { asSet } from './as-sent.ts';
import { planPart } from './plan-part.ts';
import { filled, type Step, type StepParts } from './step.ts';

/** When it opens and closes, the smallest group, and who answers for it. */
export const calendar: Step = {
  show(parts, sent, problems) {
    const { visit, consultation } = parts;
    const { say } = visit;
    const zone = consultation.timeZone ?? usualZone;
    const closes = lastDay(consultation, zone) ?? '';
    const isDraft = consultation.draft === true;
    return html`${
      isDraft
        ? line({
            name: 'opens',
            type: 'date',
            label: say('admin.calendar.opens'),
            hint: say('admin.calendar.opens-hint'),
            value: filled(sent, 'opens', dayOf(consultation.opensAt, zone)),
            problem: problems.opens,
          })
        : ''
    }
${line({ name: 'closes', type: 'date', label: say('admin.calendar.closes'), hint: say('admin.calendar.closes-hint'), value: filled(sent, 'closes', closes), problem: problems.closes })}
${line({ name: 'timeZone', label: say('admin.calendar.zone'), hint: say('admin.calendar.zone-hint'), value: filled(sent, 'timeZone', zoneName(zone, visit)), choices: [...zoneNames(visit).values()], problem: problems.timeZone })}
${
  isDraft
    ? line({
        name: 'minGroup',
        type: 'number',
        label: say('admin.calendar.min-group'),
        hint: say('admin.calendar.min-group-hint', {
          least: minGroups.facilitator,
          public: minGroups.public,
        }),
        value: filled(sent, 'minGroup', `${consultation.minGroup}`),
        problem: problems.minGroup,
      })
    : html`<p class="quiet">${say('admin.calendar.min-group-fixed', { n: consultation.minGroup })}</p>`
}
${choose({
  name: 'provisionalFor',
  kind: 'radio',
  label: say('admin.calendar.provisional.label'),
  values: [filled(sent, 'provisionalFor', consultation.provisionalFor ?? 'answered')],
  choices: onlookers.map((value) => ({
    value,
    label: say(`admin.calendar.provisional.${value}.label`),
    hint: say(`admin.calendar.provisional.${value}.hint`),
  })),
  problem: problems.provisionalFor,
})}
${line({ name: 'controller', label: say('admin.calendar.controller'), hint: say('admin.calendar.controller-hint'), value: filled(sent, 'controller', consultation.controller.name[consultation.language] ?? ''), most: settingBounds.controller, problem: problems.controller })}
${line({ name: 'contact', label: say('admin.calendar.contact'), hint: say('admin.calendar.contact-hint'), value: filled(sent, 'contact', consultation.controller.contact), most: settingBounds.contact, problem: problems.contact })}
${line({ name: 'retentionMonths', type: 'number', label: say('admin.calendar.retention'), hint: retentionHint(visit, consultation), value: filled(sent, 'retentionMonths', `${consultation.retentionMonths}`), problem: problems.retentionMonths })}${isDraft && consultation.expected !== undefined ? planIn(parts, sent) : ''}`;
  },
  read(form, { visit, consultation }) {
    const given = form.read(consultation.draft ? Draft : Settled);
    return given && { ...given, timeZone: zoneCalled(given.timeZone, visit) ?? given.timeZone };
  },
  plan: planIn,
};

/** The smallest group decides how many views are enough; the trajectories are chosen in the step before. */
function planIn({ visit, consultation, catalogue }: StepParts, sent: Form | undefined): Html {
  const minGroup = sent?.read(Draft)?.minGroup;
  const way = html`<p><a href="/animation/c/${consultation.id}/reglages/content">${visit.say('admin.plan.back')}</a></p>`;
  return planPart(asSet(consultation, { minGroup }), catalogue, visit, () => way);
}

/** From when the months count, and what is settled already. */
function retentionHint(visit: AdminVisit, its: Consultation): string {
  const { say } = visit;
  const lead = say('admin.calendar.retention-hint');
  if (its.draft) return lead;
  const retention = its.erasure === undefined ? retentionOf(its) : undefined;
  const on = retention && day(retention.eraseAt, visit, its.timeZone);
  const settled = on === undefined ? '' : say('admin.calendar.retention-settled', { day: on });
  return [lead, say('admin.calendar.retention-open'), settled].filter(Boolean).join(' ');
}

const Settled = z.object({
  closes: z.string().nullable(),
  timeZone: z.string(),
  provisionalFor: z.enum(onlookers).optional().catch(undefined),
  controller: z.string(),
  contact: z.string(),
  retentionMonths: z.int().catch(Number.NaN),
});
const Draft = Settled.extend({ opens: z.string().nullable(), minGroup: z.int().catch(Number.NaN) });
