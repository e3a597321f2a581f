import { allows } from '#domain/account.ts';
import { type Consultation, phaseOf } from '#domain/consultation.ts';
import type { Standing } from '#domain/standing.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { type Html, html } from '../../page/html.ts';
import { joined } from '../../page/joined.ts';
import type { Desk } from '../desk.ts';
import { named } from '../said.ts';
import type { Member } from '../visit.ts';
import { calendarLine } from './state.ts';

interface ListParts {
  readonly store: Store;
  readonly standing: (consultation: Consultation) => Standing;
}

/** `/animation`: every consultation, those at work first. */
export function mountList(desk: Desk, { store, standing }: ListParts): void {
  desk.page('', 'reader', async (visit) => {
    const { say, account, query, now } = visit;
    const all = await allOf(store, 'consultation');
    const put = (away: boolean) =>
      all
        .filter((one) => (one.archivedAt !== undefined) === away)
        .sort((a, b) => rank(a, now) - rank(b, now) || b.opensAt.localeCompare(a.opensAt));
    const away = query.has('archives');
    const [shown, others] = [put(away), put(!away)];
    const create = allows(account.role, 'facilitator')
      ? html`<p><a class="way" href="/animation/nouvelle">${say('desk.list.new')}</a></p>`
      : html``;
    return {
      kind: 'page',
      title: say(away ? 'desk.list.archives' : 'desk.page.consultations'),
      body: html`${create}
${shown.length === 0 ? html`<p>${say('desk.list.none')}</p>` : html`<ul class="consultations">${joined(shown.map((one) => item(one, standing(one), visit)))}</ul>`}
${others.length === 0 && !away ? '' : html`<p><a href="/animation${away ? '' : '?archives'}">${say(away ? 'desk.list.current' : 'desk.list.to-archives', { n: others.length })}</a></p>`}`,
    };
  });
}

const order = ['open', 'early', 'draft', 'closed', 'archived'] as const;
const rank = (one: Consultation, now: string): number => order.indexOf(phaseOf(one, now));

function item(one: Consultation, { took }: Standing, visit: Member): Html {
  const phase = phaseOf(one, visit.now);
  const { say } = visit;
  const to = phase === 'draft' ? `/animation/c/${one.id}/reglages/about` : `/animation/c/${one.id}`;
  return html`<li><h2><a href="${to}">${named(one.title, visit)}</a></h2>
<p>${named(one.territory, visit)}</p>
<p class="quiet"><span class="phase ${phase}">${say(`desk.phase.${phase}`)}</span> ${calendarLine(one, visit)}${
    phase === 'draft' ? '' : html` · ${say('desk.list.took', { n: took })}`
  }</p></li>`;
}
