import type { ApplicationParts } from '#application/parts.ts';
import { endTour } from '#application/team/end-tour.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button, hidden } from '../fields.ts';
import type { AdminAnswer, Member } from '../visit.ts';

/** What it stops at, in its order: some twenty seconds each. */
const stops = ['list', 'home', 'settings', 'trial', 'texts', 'results'] as const;
const path = '/animation/visite';

/** `/animation/visite`: two minutes through the space, offered once to each person. */
export function mountTour(admin: Admin, application: Pick<ApplicationParts, 'store' | 'now'>): void {
  admin.page('/visite', 'reader', async (visit) => {
    const n = Number(/^\d$/.exec(visit.query.get('etape') ?? '')?.[0] ?? 1);
    return stop(Math.min(Math.max(n, 1), stops.length), visit);
  });
  admin.act('/visite', 'reader', async ({ actor }) => {
    await endTour(application, actor);
    return { kind: 'to', path: '/animation' };
  });
}

/** The offer, to whoever has neither taken nor passed over it. */
export function tourOffer({ account, say, token }: Member): Html {
  if (account.touredAt !== undefined) return html``;
  return html`<section class="next" aria-labelledby="tour"><h2 id="tour">${say('tour.title')}</h2><p>${say('tour.what')}</p>
<div class="ways"><a class="way" href="${path}">${say('tour.begin')}</a> ${over(say('tour.skip'), token)}</div></section>`;
}

function stop(n: number, { say, token }: Member): AdminAnswer {
  const [name = 'list'] = stops.slice(n - 1);
  const back = n > 1 ? html`<a href="${path}?etape=${String(n - 1)}">${say('tour.back')}</a>` : '';
  const onward =
    n < stops.length
      ? html`<a class="way" href="${path}?etape=${String(n + 1)}">${say('tour.next')}</a> ${over(say('tour.leave'), token)}`
      : over(say('tour.end'), token, 'main');
  const body = html`<p class="quiet">${say('tour.at', { n, of: stops.length })}</p>
<section class="next"><h2>${say(`tour.${name}.title`)}</h2><p>${say(`tour.${name}.what`)}</p><p>${say(`tour.${name}.how`)}</p>
<div class="ways">${back} ${onward}</div></section>`;
  return { kind: 'page', title: say('tour.title'), body };
}

const over = (label: string, token: string, look: 'main' | 'plain' = 'plain'): Html =>
  html`<form method="post" action="${path}" class="inline">${hidden('jeton', token)}${button(label, look)}</form>`;
