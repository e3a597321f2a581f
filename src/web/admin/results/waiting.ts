import type { GroupView } from '#domain/results/group-scenario.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { erasedText } from '#wording/retention.ts';
import type { Wording } from '#wording/wording.ts';
import type { AdminVisit } from '../visit.ts';

/** Why there is no result yet. */
export const waiting = (
  { needed, minGroup }: Extract<GroupView, { state: 'waiting' }>,
  { say }: AdminVisit,
  view: Wording,
): Html => html`<p>${erasedText(view) ?? say('outcome.waiting', { needed })}</p>
<p class="quiet">${say('card.group.waiting-why', { minGroup })}</p>`;
