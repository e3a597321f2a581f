import { z } from 'zod';
import { type Consultation, minGroups, phaseOf } from '#domain/consultation/consultation.ts';
import { lastDayOf } from '#domain/consultation/end-of.ts';
import { dayOf, usualZone } from '#domain/consultation/local-day.ts';
import { retentionOf } from '#domain/consultation/retention/retention.ts';
import { lastDay } from '#domain/consultation/settings/calendar.ts';
import { onlookers, proposalChoices, settingBounds } from '#domain/consultation/settings/settings.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { zoneCalled, zoneName, zoneNames } from '#wording/settings/time-zones.ts';
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
    const mayMove = isDraft || phaseOf(consultation, visit.now) === 'early';
    return html`${ended(visit, consultation)}${
      mayMove
        ? line({
            name: 'opens',
            type: 'date',
            label: say('admin.calendar.opens'),
            hint: say(isDraft ? 'admin.calendar.opens-hint' : 'dates.opening.hint'),
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
${proposalsField(parts, sent)}
${line({ name: 'controller', label: say('admin.calendar.controller'), hint: say('admin.calendar.controller-hint'), value: filled(sent, 'controller', consultation.controller.name[consultation.language] ?? ''), most: settingBounds.controller, problem: problems.controller })}
${line({ name: 'contact', label: say('admin.calendar.contact'), hint: say('admin.calendar.contact-hint'), value: filled(sent, 'contact', consultation.controller.contact), most: settingBounds.contact, problem: problems.contact })}
${line({ name: 'retentionMonths', type: 'number', label: say('admin.calendar.retention'), hint: retentionHint(visit, consultation), value: filled(sent, 'retentionMonths', `${consultation.retentionMonths}`), problem: problems.retentionMonths })}${isDraft && consultation.expected !== undefined ? planIn(parts, sent) : ''}`;
  },
  read(form, { visit, consultation }) {
    const isEarly = phaseOf(consultation, visit.now) === 'early';
    const given = form.read(consultation.draft ? Draft : isEarly ? Early : Settled);
    return given && { ...given, timeZone: zoneCalled(given.timeZone, visit) ?? given.timeZone };
  },
  plan: planIn,
};

/** Whether people may propose trajectories of their own. */
const proposalsField = ({ visit: { say }, consultation }: StepParts, sent: Form | undefined): Html =>
  choose({
    name: 'proposals',
    kind: 'radio',
    label: say('proposal.setting.label'),
    hint: say('proposal.setting.hint'),
    values: [filled(sent, 'proposals', consultation.proposals ?? 'none')],
    choices: proposalChoices.map((value) => ({ value, label: say(`proposal.setting.${value}`) })),
  });

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
  proposals: z.enum(proposalChoices).optional().catch(undefined),
  controller: z.string(),
  contact: z.string(),
  retentionMonths: z.int().catch(Number.NaN),
});
const Early = Settled.extend({ opens: z.string().nullable() });
const Draft = Early.extend({ minGroup: z.int().catch(Number.NaN) });

/** The day on which it really ended, where somebody closed it before the one that was planned. */
function ended(visit: AdminVisit, its: Consultation): Html {
  const last =
    phaseOf(its, visit.now) === 'closed' && its.closedAt !== undefined ? lastDayOf(its) : undefined;
  return last === undefined
    ? html``
    : html`<p class="notice">${visit.say('dates.ended', { day: day(last, visit, its.timeZone) })}</p>`;
}
