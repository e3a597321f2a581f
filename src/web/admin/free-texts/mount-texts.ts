import { z } from 'zod';
import { markText } from '#application/texts/mark-text.ts';
import { type SortedText, sortedTexts } from '#application/texts/sorted-texts.ts';
import { marksOf } from '#application/texts/text-marks.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { judgeMark } from '#domain/records/judge-mark.ts';
import { longestReason, marks } from '#domain/records/text-mark.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { meetShort } from '../at-once/met-page.ts';
import { summary } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import type { AdminOptions } from '../options.ts';
import { proposalsAddress } from '../proposals/proposals-page.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '../visit.ts';
import { filters, pager } from './filters.ts';
import { countsLine, findTexts, type TextCounts } from './found.ts';
import { inPlace } from './in-place.ts';
import { markLeaf, markWords } from './mark-leaf.ts';
import { fieldOf, oneText, type RefusedMark } from './one-text.ts';
import { readTap, sortBar } from './tap.ts';
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
  /** One of the buttons that say the reason as well. */
  tap: z.string().optional(),
  /** A script puts the answer in the place of what stands there. */
  'sur-place': z.string().optional(),
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
  const { reason: picked, words, tap, 'sur-place': isInPlace } = given;
  const mark = marks.find((one) => given[one] !== undefined);
  const reason = tap === undefined ? mark && { mark, picked, words } : readTap(tap);
  if (tap !== undefined && reason === undefined) return { kind: 'missing' };
  const seen = await parts.application.store.load('text-mark', text);
  const now = markLeaf(seen);
  const judged = reason && judgeMark(reason);
  const mine = markLeaf(reason && judged && 'reason' in judged ? { ...reason, ...judged } : undefined);
  // What is not to be taken is told as such, whoever marked it meanwhile.
  const isMet = judged === undefined || 'reason' in judged;
  const met = isMet && (await meetShort({ visit, form, mine, now, ...wordsOf(visit, its) }));
  if (met && 'page' in met) return met.page;
  if (met && met.isTheirs === true) return { kind: 'to', path: back, said: 'marked' };
  const marked = await markText(parts.application, actor, {
    ...{ code: its.id, text, isExpected: (then) => then?.version === seen?.version },
    ...(reason && { reason }),
  });
  if (marked.outcome === 'changed') return decided(visit, its, form, parts);
  const isAnswered = marked.outcome === 'done' || marked.outcome === 'missing';
  if (isInPlace !== undefined && isAnswered) return inPlace(visit, its, { text, wanted: query }, parts);
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

const wordsOf = (visit: Member, its: Consultation) =>
  ({
    words: markWords(visit),
    title: visit.say('admin.tab.free-texts'),
    of: { its, at: 'free-texts' },
  }) as const;

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
<div data-sorting>${textList(shown, view, draw)}${n === 0 ? '' : sortBar(visit)}</div>${pager(wanted, page, pages, view, here)}`;
  const wrong = refused === undefined ? {} : { [fieldOf(refused.text)]: refused.problem };
  const body = html`${summary(wrong, say('admin.problems'))}${gone(visit)}${proposalsWay(visit, its)}${told(counts, visit, its)}
<p class="notice">${say('free-texts.caution')}</p>${counts.all === 0 ? '' : list}`;
  return withProblems(tabPage('free-texts', its, visit, body), refused !== undefined);
}

/** Where people may propose trajectories, those wait elsewhere. */
const proposalsWay = ({ say }: Member, { id, proposals }: Consultation): Html =>
  proposals === 'allowed'
    ? html`<p><a href="${proposalsAddress(id)}">${say('proposal.moderation.title')}</a></p>`
    : html``;

const gone = ({ query, say }: Member): Html =>
  query.has('parti') ? html`<p class="told" role="status">${say('free-texts.gone')}</p>` : html``;

function told(counts: TextCounts, visit: Member, { erasure, timeZone }: Consultation): Html {
  const { say } = visit;
  if (erasure !== undefined) {
    const on = day(erasure.doneAt ?? erasure.beganAt, visit, timeZone);
    return html`<p class="lead">${say('admin.retention.texts', { day: on })}</p>`;
  }
  if (counts.all === 0) return html`<p class="lead">${say('free-texts.none')}</p>`;
  return html`<p class="lead">${say('free-texts.all', { n: counts.all })}</p>
${countsLine(counts, visit)}`;
}
