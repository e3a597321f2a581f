import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { bounds } from '#domain/consultation/consultation.ts';
import { viewsWanted } from '#domain/participant/group-need.ts';
import { largestIn } from '#scenario/coverage/plan.ts';
import { type ConsultationPlan, planOf } from '#scenario/coverage/plan-of.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { button } from '../fields.ts';
import type { AdminVisit } from '../visit.ts';

/**
 * What comes of a consultation as it would be set: views and minutes; where people are too few for its trajectories, what to do, and the way to do
 * it from here. The page asks for it anew as the form is filled in.
 */
export function planPart(
  consultation: Consultation,
  catalogue: Catalogue,
  { say }: Spoken,
  way: (made: ConsultationPlan, consultation: Consultation) => Html,
): Html {
  const made = planOf(consultation, catalogue);
  const advice = made && adviceOn(made, consultation, catalogue, say);
  return html`<section id="plan" aria-live="polite" aria-label="${say('admin.plan.title')}">${
    made === undefined ? html`<p class="plan-line">${say('admin.plan.ask')}</p>` : reckoned(made, say)
  }${
    made === undefined || advice === undefined
      ? ''
      : html`<div class="advice"><p>${advice}</p>${way(made, consultation)}</div>`
  }</section>`;
}

type Spoken = Pick<AdminVisit, 'say'>;

function reckoned({ trajectories, views, minutes, planned }: ConsultationPlan, say: AdminVisit['say']): Html {
  const line = { people: planned.expected, trajectories, views: Math.round(views.mean), minutes };
  return html`<p class="plan-line">${say('admin.plan.line', line)}</p>
<p class="hint">${say('admin.plan.low', { low: views.low })}</p>`;
}

/** What to do where people are too few for the trajectories. */
function adviceOn(
  { planned, peopleNeeded, trajectories }: ConsultationPlan,
  { draft, minGroup, length }: Consultation,
  { domains }: Catalogue,
  say: AdminVisit['say'],
): string | undefined {
  const { expected } = planned;
  if (trajectories === 0 || peopleNeeded <= expected) return undefined;
  if (!draft) return say('admin.plan.fixed', { needed: peopleNeeded });
  if (expected < viewsWanted(minGroup)) {
    const group = Math.floor(expected / 2);
    const lower = group < bounds.least ? 'no' : 'yes';
    return say('admin.plan.few', { wanted: viewsWanted(minGroup), minGroup, lower, group });
  }
  const each = Math.max(...domains.map((domain) => largestIn(domain, planned)));
  const longer = length === 'long' ? 'no' : 'yes';
  return say('admin.plan.too-many', { people: expected, each, needed: peopleNeeded, longer });
}

/** The recommended choice, in one press, while it may still be another. */
export function takeRecommended(
  { trajectories, recommended }: ConsultationPlan,
  { draft, trajectories: used }: Consultation,
  { say }: Spoken,
): Html {
  const isTaken =
    trajectories === recommended.length && recommended.every((id) => used?.includes(id) ?? true);
  if (!draft || isTaken) return html``;
  return html`<p>${button(say('admin.plan.take', { n: recommended.length }), 'beside', takeName)}</p>
<p class="hint">${say('admin.plan.take-hint')}</p>`;
}

/** The button that takes it. */
export const takeName = 'recommended';
