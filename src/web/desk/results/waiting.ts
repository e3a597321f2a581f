import type { GroupView } from '#domain/group-scenario.ts';
import { type Html, html } from '../../page/html.ts';
import type { Visit } from '../visit.ts';

/** Why there is no result yet. */
export const waiting = (
  { needed, minGroup }: Extract<GroupView, { state: 'waiting' }>,
  { say }: Visit,
): Html => html`<p>${say('outcome.waiting', { needed })}</p>
<p class="quiet">${say('card.group.waiting-why', { minGroup })}</p>`;
