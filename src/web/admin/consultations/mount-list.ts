import { apiKeysOf } from '#application/access/api-keys.ts';
import { mayDo, sees } from '#application/actor.ts';
import { dueRetention } from '#application/retention/retention-of.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { endsSoon } from '#domain/records/api-key.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Participation } from '#domain/results/participation.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { publicationDay, resultInShort } from '#wording/results/result-state.ts';
import type { Wording } from '#wording/wording.ts';
import type { Admin } from '../admin.ts';
import { tourOffer } from '../help/mount-tour.ts';
import type { AdminOptions } from '../options.ts';
import { calendarOf, named } from '../said.ts';
import type { Member } from '../visit.ts';
import { retentionSoon } from './retention-part.ts';

type ListParts = Pick<AdminOptions, 'application' | 'assistant' | 'viewOf'>;

/** `/animation`: every consultation that is open to whoever looks, those at work first. */
export function mountList(admin: Admin, { application, assistant, viewOf }: ListParts): void {
  const { participationIn } = assistant.tallies;
  admin.page('', 'reader', async (visit) => {
    const { say, actor, query, now } = visit;
    const all = await allOf(application.store, 'consultation', ({ id }) => sees(actor, id));
    const put = (away: boolean) =>
      all
        .filter((one) => (one.archivedAt !== undefined) === away)
        .sort((a, b) => rank(a, now) - rank(b, now) || b.opensAt.localeCompare(a.opensAt));
    const away = query.has('archives');
    const [shown, others] = [put(away), put(!away)];
    const items = await Promise.all(
      shown.map(async (one) =>
        item(
          one,
          await participationIn(one),
          retentionSoon(one, await dueRetention(application, one), visit),
          await application.groupOf(one),
          viewOf(one, visit.language),
          visit,
        ),
      ),
    );
    const create = mayDo(actor, 'consultations:create')
      ? html`<p><a class="way" href="/animation/nouvelle">${say('admin.list.new')}</a></p>`
      : html``;
    return {
      kind: 'page',
      title: say(away ? 'admin.list.archives' : 'admin.page.consultations'),
      body: html`${tourOffer(visit)}${await keysEnding(visit, application.store)}${create}
${shown.length === 0 ? html`<p>${say(all.length === 0 && !mayDo(actor, 'consultations:create') ? 'admin.list.none-yours' : 'admin.list.none')}</p>` : html`<ul class="consultations">${joined(items)}</ul>`}
${others.length === 0 && !away ? '' : html`<p><a href="/animation${away ? '' : '?archives'}">${say(away ? 'admin.list.current' : 'admin.list.to-archives', { n: others.length })}</a></p>`}`,
    };
  });
}

/** A word to owners before a program of theirs stops. */
async function keysEnding({ say, actor, now, role }: Member, store: Store): Promise<Html> {
  if (role !== 'owner') return html``;
  const n = (await apiKeysOf(store, actor)).filter((key) => endsSoon(key, now)).length;
  return n === 0
    ? html``
    : html`<p class="notice">${say('admin.list.key-ends', { n })} <a href="/animation/acces">${say('admin.list.to-keys')}</a></p>`;
}

const order = ['open', 'early', 'draft', 'closed', 'archived'] as const;
const rank = (one: Consultation, now: string): number => order.indexOf(phaseOf(one, now));

function item(
  one: Consultation,
  { took }: Participation,
  soon: Html,
  group: GroupView,
  view: Wording,
  visit: Member,
): Html {
  const phase = phaseOf(one, visit.now);
  const { say } = visit;
  const to = `/animation/c/${one.id}`;
  return html`<li><h2><a href="${to}">${named(one.title, visit)}</a></h2>
<p>${named(one.territory, visit)}</p>
<p class="quiet"><span class="phase ${phase}">${say(`admin.phase.${phase}`)}</span> ${calendarOf(one, visit)}${
    phase === 'draft' ? '' : html` · ${say('admin.list.took', { n: took })}`
  }</p>${phase === 'draft' ? '' : resultLine(group, view)}${soon}</li>`;
}

/** What its result is, in short, and when it is published if that is planned. */
function resultLine(group: GroupView, view: Wording): Html {
  return html`<p class="quiet">${resultInShort(group, view)} ${publicationDay(view) ?? ''}</p>`;
}
