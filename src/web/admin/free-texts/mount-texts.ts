import type { Assistant } from '#channels/assistant.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { longestReason } from '#domain/records/text-mark.ts';
import type { Store } from '#store/store.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { itemTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Admin, Done } from '../admin.ts';
import { summary } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import { actOn, ofConsultation, tabPage } from '../of-consultation.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { keepDecision, readDecision } from './decide.ts';
import { filters, pager } from './filters.ts';
import { found, type Sorted, sorted } from './found.ts';
import { marksOf } from './marks-of.ts';
import { fieldOf, oneText, type RefusedMark } from './one-text.ts';
import { textList } from './text-list.ts';
import { readTextFilter, type TextFilter, writeTextFilter } from './wanted.ts';

interface TextsParts {
  readonly assistant: Pick<Assistant, 'texts'>;
  readonly store: Store;
  readonly viewOf: (consultation: Consultation, language: string) => Wording;
}

/** `/animation/c/{code}/textes`: the texts whose authors allow them to be read, and what becomes of each. */
export function mountTexts(admin: Admin, parts: TextsParts): void {
  const { store } = parts;
  const path = '/c/:code/textes';
  admin.page(
    path,
    'facilitator',
    ofConsultation(store, (visit, its) => page(visit, its, readTextFilter(visit.query), parts)),
  );
  admin.act(
    `${path}/:text`,
    'facilitator',
    actOn(store, (visit, its, form) => decided(visit, its, form, parts)),
  );
}

async function decided(visit: Member, its: Consultation, form: Form, parts: TextsParts): Promise<Done> {
  const { assistant, store, viewOf } = parts;
  const wanted = readTextFilter(new URLSearchParams(form.one('retour')));
  const query = writeTextFilter(wanted);
  const back = `${tabAddress(its.id, 'free-texts')}${query === '' ? '' : `?${query}`}`;
  const text = (await assistant.texts.of(its.id)).find(({ id }) => id === visit.params.text);
  // Whoever wrote it took it back, or changed it, since the page was shown.
  if (text === undefined) return { kind: 'to', path: `${back}${query === '' ? '?' : '&'}parti=1` };
  const decision = readDecision(form);
  if (decision.kind === 'wrong') {
    const problem = visit.say(`free-texts.problem.${decision.why}`, { most: longestReason });
    const typed = { reason: form.one('reason'), words: form.one('words') };
    return page(visit, its, wanted, parts, { text: text.id, ...typed, problem });
  }
  const { account, now } = visit;
  await keepDecision({ id: text.id, consultation: its.id }, decision, { by: account.id, at: now }, store);
  const facts = { name: itemTitle(viewOf(its, visit.language), text.item) };
  return {
    kind: 'to',
    path: back,
    said: 'marked',
    wrote: { action: 'text-marked', consultation: its.id, facts },
  };
}

async function page(
  visit: Member,
  its: Consultation,
  wanted: TextFilter,
  { assistant, store, viewOf }: TextsParts,
  refused?: RefusedMark,
): Promise<AdminAnswer> {
  const { say } = visit;
  const view = viewOf(its, visit.language);
  const all = sorted(await assistant.texts.of(its.id), await marksOf(its.id, store), view.catalogue);
  const { n, page, pages, shown } = found(all, wanted);
  const here = tabAddress(its.id, 'free-texts');
  const again = writeTextFilter({ ...wanted, page });
  const draw = (text: Sorted) => oneText(text, visit, { here, wanted: again, refused });
  const list = html`${filters(wanted, view, here)}<p role="status">${say('free-texts.found', { n })}</p>
${textList(shown, view, draw)}${pager(wanted, page, pages, view, here)}`;
  const wrong = refused === undefined ? {} : { [fieldOf(refused.text)]: refused.problem };
  const body = html`${summary(wrong, say('admin.problems'))}${gone(visit)}${counts(all, visit)}
<p class="notice">${say('free-texts.caution')}</p>${all.length === 0 ? '' : list}`;
  const shownPage = tabPage('free-texts', its, visit, body);
  return refused === undefined || shownPage.kind !== 'page' ? shownPage : { ...shownPage, status: 422 };
}

const gone = ({ query, say }: Member): Html =>
  query.has('parti') ? html`<p class="told" role="status">${say('free-texts.gone')}</p>` : html``;

function counts(all: readonly Sorted[], { say }: Member): Html {
  if (all.length === 0) return html`<p class="lead">${say('free-texts.none')}</p>`;
  const of = (mark: 'quote' | 'aside') => all.filter((text) => text.mark?.mark === mark).length;
  const [quote, aside] = [of('quote'), of('aside')];
  return html`<p class="lead">${say('free-texts.all', { n: all.length })}</p>
<p>${say('free-texts.counts', { quote, aside, unsorted: all.length - quote - aside })}</p>`;
}
