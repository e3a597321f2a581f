import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { AdminVisit } from '../visit.ts';

/** How far a consultation is towards the number of people who are hoped for; nothing where nobody said how many. */
export function goalPart(
  { expected: goal }: Pick<Consultation, 'expected'>,
  took: number,
  { say }: Pick<AdminVisit, 'say'>,
): Html {
  if (goal === undefined) return html``;
  const left = Math.max(0, goal - took);
  // Never a hundred before the last one came.
  const share = Math.floor((100 * Math.min(took, goal)) / goal);
  return html`<p class="goal"><progress max="${String(goal)}" value="${String(Math.min(took, goal))}" aria-label="${say('town-figures.progress-label')}"></progress> ${say('town-figures.progress', { goal, took, left, share })}</p>`;
}
