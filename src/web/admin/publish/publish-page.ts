import type { IdentifiedText } from '#application/parts.ts';
import { render } from '#cards/render.ts';
import type { View } from '#cards/view.ts';
import { itemTitle } from '#domain/catalogue/item-title.ts';
import { type Consultation, isPublished, minGroups } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import type { Leaves } from '#domain/records/meet.ts';
import type { GroupView, ReleasedView } from '#domain/results/group-view.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { grainOf } from '#wording/numbers.ts';
import { resultState } from '#wording/results/result-state.ts';
import { synthesis } from '#wording/synthesis/synthesis.ts';
import { consultationNames } from '#wording/titles.ts';
import { choseToTakePart } from '#wording/who/participants.ts';
import { button, choose, hidden, type Problems, summary } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import { toCopy } from '../invite/to-copy.ts';
import { waiting } from '../results/waiting.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';
import { planPart } from './plan-part.ts';

/** How a consultation's cards are drawn in a language. */
export type Drawn = (its: Consultation, language: string) => View;

export interface Publishable {
  readonly its: Consultation;
  readonly visit: Member;
  readonly group: GroupView;
  readonly vision: VisionView;
  /** In each language of the consultation. */
  readonly views: readonly [View, ...View[]];
  /** Texts that may be published with it, and the ids of those that are. */
  readonly quotes: { readonly marked: readonly IdentifiedText[]; readonly published: readonly string[] };
  /** Where anyone reads the result, with its address; absent: nowhere. */
  readonly address?: string;
  /** What became of the publication just asked for. */
  readonly told?: string;
  /** What is wrong with the moment it was to be planned for. */
  readonly problems?: Problems;
}

/** The texts that go with a result, as one field. */
export const quotesLeaf = (ids: readonly string[]): Leaves => new Map([['citations', ids.join('\n')]]);

/** What publishing does, what will be said, and the button. */
export function publishPage(page: Publishable): Html {
  const { its, visit, group, told, problems = {} } = page;
  const { say } = visit;
  return html`${summary(problems, say('admin.problems'))}${told === undefined ? '' : html`<p class="told" role="status">${told}</p>`}
${lastTime(page)}
<h2>${say('publishing.what.title')}</h2>
<ul><li>${say('publishing.what.conversations')}</li><li>${publicPage(page)}</li><li>${say('publishing.what.again')}</li></ul>
${group.state === 'waiting' ? html`${waiting(group, page.views[0])}${planPart(its, visit, problems)}` : html`${resultPart(group, page)}${sending(page)}${planPart(its, visit, problems)}${preview(page, group)}${sharing(page, group)}`}`;
}

/** What would be published now: that it is provisional above all. */
function resultPart(group: ReleasedView, { visit, views }: Publishable): Html {
  const [what, ...more] = resultState(group, views[0]);
  return html`<section><h2>${visit.say('publishing.result-title')}</h2><p><strong>${what}</strong></p>
<p>${more.join(' ')}</p></section>`;
}

function lastTime({ its, visit, group }: Publishable): Html {
  const { say } = visit;
  if (its.publishedAt === undefined) return html`<p>${say('publishing.never')}</p>`;
  const date = moment(its.publishedAt, visit, its.timeZone);
  const isLatest = group.state === 'released' && isPublished(its, group.at);
  return html`<p>${say('publishing.last', { date })} ${say(isLatest ? 'publishing.latest' : 'publishing.newer')}</p>`;
}

function publicPage({ its, address, visit: { say } }: Publishable): Html {
  if (address === undefined) return html`${say('publishing.what.no-page', { least: minGroups.public })}`;
  // There is nothing behind it yet.
  if (its.publishedAt === undefined) return html`${say('publishing.what.page-later')} ${address}`;
  return html`${say('publishing.what.page')} <a href="${address}">${address}</a>`;
}

function sending({ its, visit, quotes, views, address }: Publishable): Html {
  const { say, role, token } = visit;
  if (!allows(role, 'facilitator')) return html`<p>${say('publishing.reader')}</p>`;
  const [view] = views;
  const choices = quotes.marked.map(({ id, text, item }) => ({
    value: id,
    label: text,
    hint: itemTitle(view.text, item),
  }));
  const label = say('publishing.quotes.title');
  const texts =
    address === undefined
      ? html``
      : choices.length === 0
        ? html`<p class="quiet">${say('publishing.quotes.none')}</p>`
        : html`<p>${say('publishing.quotes.lead')}</p>${choose({ name: 'citations', label, kind: 'checkbox', values: quotes.published, choices })}`;
  return html`<form method="post" action="${tabAddress(its.id, 'publish')}" class="panel">${hidden('jeton', token)}${hidden(drawnField, drawnFrom(quotesLeaf(quotes.published)))}
${texts}
<p>${button(say('publishing.do'))}</p></form>`;
}

function preview({ vision, views }: Publishable, group: Extract<GroupView, { state: 'released' }>): Html {
  const [{ say }] = views;
  const one = (view: View) => {
    const paragraphs = synthesis(group.scenario, vision, grainOf(group.kind), view).map(
      (sentences) => html`<p>${sentences.map(({ text }) => text).join(' ')}</p>`,
    );
    const { text } = render({ label: 'group-scenario', group, facilitator: false }, view);
    return html`<details lang="${view.language}"><summary>${view.say('publishing.preview-in')}</summary>
${joined(paragraphs)}<h3>${view.say('publishing.message')}</h3><p class="message">${text}</p></details>`;
  };
  return html`<section><h2>${say('publishing.preview-title')}</h2>${joined(views.map(one), '\n')}</section>`;
}

function sharing(
  { its, visit, views, address }: Publishable,
  group: Extract<GroupView, { state: 'released' }>,
): Html {
  const { say } = visit;
  if (address === undefined) return html``;
  const texts = views.map((view) => {
    const { language: lang } = view;
    const text = shareText(view, group, `${address}?lang=${lang}`);
    const label = view.say('publishing.share.label');
    return toCopy({ id: `partage-${lang}`, label, text, lang, rows: 5 }, visit);
  });
  return html`<section><h2>${say('publishing.share.title')}</h2><p>${say('publishing.share.lead')}</p>
${toCopy({ id: 'adresse', label: say('publishing.share.address'), text: address }, visit)}
${joined(texts, '\n')}</section>
<section><h2>${say('publishing.open-data.title')}</h2><p>${say('publishing.open-data.what')}</p>
${its.publishedAt === undefined ? html`<p class="quiet">${say('publishing.open-data.later')}</p>` : html`<p><a href="/c/${its.id}/resultats/donnees.zip?lang=${visit.language}" download>${say('publishing.open-data.download')}</a></p>`}</section>`;
}

/** A few lines to pass on, in the language of the view. */
function shareText(view: View, { kind, scenario }: ReleasedView, address: string): string {
  const { say } = view;
  const { title, territory, controller } = consultationNames(view);
  return [
    say('publishing.share.what', { title, territory }),
    choseToTakePart(scenario.n, grainOf(kind), view),
    say('publishing.share.who'),
    `${say('publishing.share.where')} ${address}`,
    say('publishing.share.by', { controller }),
  ].join('\n');
}
