import { z } from 'zod';
import { markText } from '#application/texts/mark-text.ts';
import { type SortedText, sortedTexts } from '#application/texts/sorted-texts.ts';
import { marksOf } from '#application/texts/text-marks.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { longestReason, marks } from '#domain/records/text-mark.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { summary } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import type { AdminOptions } from '../options.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { filters, pager } from './filters.ts';
import { findTexts, type TextCounts } from './found.ts';
import { fieldOf, oneText, type RefusedMark } from './one-text.ts';
import { textList } from './text-list.ts';
import { readTextFilter, type TextFilter, writeTextFilter } from './wanted.ts';

type TextsParts = Pick<AdminOptions, 'application' | 'viewOf'>;

/** `/animation/c/{code}/textes`: the texts whose authors allow them to be read, and what becomes of each. */
export function mountTexts(admin: Admin, parts: TextsParts): void {
  const path = '/c/:code/textes';
  admin.pageOf(path, 'facilitator', (visit, its) => page(visit, its, readTextFilter(visit.query), parts));
  admin.actOf(`${path}/:text`, 'facilitator', (visit, its, form) => decided(visit, its, form, parts));
}

const Decision = z.object({
  /** The button that was pressed; another one: no mark any more. */
  quote: z.string().optional(),
  aside: z.string().optional(),
  /** Picked, and written. */
  reason: z.string(),
  words: z.string(),
  /** What texts were wanted. */
  retour: z.string(),
});

async function decided(
  visit: Member,
  its: Consultation,
  form: Form,
  parts: TextsParts,
): Promise<AdminAnswer> {
  const { params, actor, say } = visit;
  const text = params.text ?? '';
  const given = form.read(Decision);
  if (given === undefined) return { kind: 'missing' };
  const wanted = readTextFilter(new URLSearchParams(given.retour));
  const query = writeTextFilter(wanted);
  const back = `${tabAddress(its.id, 'free-texts')}${query === '' ? '' : `?${query}`}`;
  const { reason: picked, words } = given;
  const mark = marks.find((one) => given[one] !== undefined);
  const marked = await markText(parts.application, actor, {
    ...{ code: its.id, text },
    ...(mark && { reason: { mark, picked, words } }),
  });
  switch (marked.outcome) {
    case 'done':
      return { kind: 'to', path: back, said: 'marked' };
    case 'missing':
      // Whoever wrote it took it back, or changed it, since the page was shown.
      return { kind: 'to', path: `${back}${query === '' ? '?' : '&'}parti=1` };
    case 'invalid': {
      const problem = say(`free-texts.problem.${marked.why}`, { most: longestReason });
      return page(visit, its, wanted, parts, { text, reason: picked, words, problem });
    }
    case 'forbidden':
      return { kind: 'forbidden' };
  }
}

async function page(
  visit: Member,
  its: Consultation,
  wanted: TextFilter,
  { application, viewOf }: TextsParts,
  refused?: RefusedMark,
): Promise<AdminAnswer> {
  const { say } = visit;
  const view = viewOf(its, visit.language);
  const texts = await application.textsOf(its.id);
  const sorted = sortedTexts(texts, await marksOf(its.id, application.store), view.catalogue);
  const { counts, n, page, pages, shown } = await findTexts(sorted, wanted);
  const here = tabAddress(its.id, 'free-texts');
  const again = writeTextFilter({ ...wanted, page });
  const draw = (text: SortedText) => oneText(text, visit, { here, wanted: again, refused });
  const list = html`${filters(wanted, view, here)}<p role="status">${say('free-texts.found', { n })}</p>
${textList(shown, view, draw)}${pager(wanted, page, pages, view, here)}`;
  const wrong = refused === undefined ? {} : { [fieldOf(refused.text)]: refused.problem };
  const body = html`${summary(wrong, say('admin.problems'))}${gone(visit)}${told(counts, visit, its)}
<p class="notice">${say('free-texts.caution')}</p>${counts.all === 0 ? '' : list}`;
  const shownPage = tabPage('free-texts', its, visit, body);
  return refused === undefined || shownPage.kind !== 'page' ? shownPage : { ...shownPage, status: 422 };
}

const gone = ({ query, say }: Member): Html =>
  query.has('parti') ? html`<p class="told" role="status">${say('free-texts.gone')}</p>` : html``;

function told(counts: TextCounts, visit: Member, { erasure, timeZone }: Consultation): Html {
  const { say } = visit;
  if (erasure !== undefined) {
    const on = day(erasure.doneAt ?? erasure.beganAt, visit, timeZone);
    return html`<p class="lead">${say('admin.retention.texts', { day: on })}</p>`;
  }
  const { all, quote, aside } = counts;
  if (all === 0) return html`<p class="lead">${say('free-texts.none')}</p>`;
  return html`<p class="lead">${say('free-texts.all', { n: all })}</p>
<p>${say('free-texts.counts', { quote, aside, unsorted: all - quote - aside })}</p>`;
}
