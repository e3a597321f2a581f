import { remindHalfway } from '#application/participation/remind-halfway.ts';
import { dueRetention } from '#application/retention/retention-of.ts';
import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { retentionNear } from '../consultations/retention-part.ts';
import { button, hidden } from '../fields.ts';
import { createLiveStreams } from '../live-streams.ts';
import type { AdminOptions } from '../options.ts';
import { paperAddress } from '../paper/paper-address.ts';
import { tabPage } from '../tab-page.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { live } from './live.ts';
import { mountTownFigures } from './mount-town-figures.ts';

type FollowParts = Pick<AdminOptions, 'application' | 'assistant' | 'assets' | 'viewOf' | 'staying' | 'log'>;

/** `/animation/c/{code}/suivi`: how a consultation goes, at the moment and as it changes, and its reminders. */
export function mountParticipation(admin: Admin, parts: FollowParts): void {
  const { application, assistant, log } = parts;
  const { store } = application;
  mountTownFigures(admin, parts);
  admin.pageOf('/c/:code/suivi', 'reader', async (visit, consultation) => {
    const now = { html: (await drawn(visit, consultation, parts)).markup };
    const retention = await dueRetention(application, consultation);
    const body = html`${retentionNear(consultation, retention, visit)}
${refresh(consultation, visit)}
${townWay(consultation, visit)}
${now}
${await channels(consultation, visit, store)}
${reminder(consultation, visit)}
<p><a href="${paperAddress(consultation.id)}">${visit.say('paper.page.from-home')}</a></p>`;
    return tabPage('participation', consultation, visit, body);
  });
  admin.act('/c/:code/rappel', 'facilitator', async ({ params, actor }): Promise<AdminAnswer> => {
    const code = params.code ?? '';
    const path = `/animation/c/${code}/suivi`;
    const done = await remindHalfway(application, actor, { code });
    if (done.outcome === 'unfit') return { kind: 'to', path };
    if (done.outcome !== 'done') return { kind: done.outcome };
    // Not awaited: there may be many, and each is noted already.
    done.told.catch((error: unknown) => log.error({ failure: error }, 'a reminder could not be sent'));
    return { kind: 'to', path: `${path}?rappels=${done.n}` };
  });
  const stream = createLiveStreams(admin, parts);
  stream('/c/:code/suivi/flux', 'reader', {
    watch: (its, listener) => assistant.participation.watch(its, listener),
    draw: (visit, its) => drawn(visit, its, parts),
  });
}

/** That what follows moves by itself, while it may. */
const refresh = ({ id, erasure }: Consultation, { say }: Member): Html =>
  erasure?.doneAt === undefined
    ? html`<p class="refresh" data-live="${say('participation.live')}"><a href="/animation/c/${id}/suivi">${say('participation.refresh')}</a></p>`
    : html``;

async function drawn({ role, language }: Member, consultation: Consultation, parts: FollowParts) {
  const { assistant, viewOf } = parts;
  const mayRead = allows(role, 'facilitator');
  return live(
    {
      following: await assistant.participation.of(consultation),
      view: viewOf(consultation, language),
      unclear: mayRead ? await assistant.texts.unclear(consultation.id) : [],
    },
    `/animation/c/${consultation.id}/suivi/flux`,
  );
}

/** The way to the goal and the town's own figures, for whoever may set them. */
const townWay = ({ id, archivedAt }: Consultation, { say, role }: Member): Html =>
  archivedAt === undefined && allows(role, 'facilitator')
    ? html`<p><a href="/animation/c/${id}/suivi/territoire">${say('town-figures.way')}</a></p>`
    : html``;

/** In how many channels and group chats a consultation stands, and how many of them take nothing more. */
async function channels({ id }: Consultation, { say }: Member, store: Store): Promise<Html> {
  const posts = await allOf(store, 'channel-post', ({ consultation }) => consultation === id);
  const gone = posts.filter((post) => post.gone !== undefined).length;
  const standing = posts.length - gone;
  return html`<section><h2>${say('participation.channels.title')}</h2><p>${say('participation.channels.standing', { n: standing })}${
    gone === 0 ? '' : html` ${say('participation.channels.gone', { n: gone })}`
  }</p></section>`;
}

/** The button that reminds those who stopped half-way, and what the last press of it did. */
function reminder(consultation: Consultation, visit: Member): Html {
  const { say, token, role, now, query } = visit;
  const n = Number(/^\d{1,7}$/.exec(query.get('rappels') ?? '')?.[0] ?? Number.NaN);
  const told = Number.isNaN(n)
    ? html``
    : html`<p class="told" role="status">${say('participation.remind.done', { n })}</p>`;
  if (!isOpen(consultation, now) || role === 'reader') return told;
  return html`${told}<section><h2>${say('participation.remind.title')}</h2><p>${say('participation.remind.how')}</p>
<form method="post" action="/animation/c/${consultation.id}/rappel">${hidden('jeton', token)}${button(say('participation.remind.do'), 'beside')}</form></section>`;
}
