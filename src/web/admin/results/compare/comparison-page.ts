import type { Consultation } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import { longestLabel, type Snapshot } from '#domain/results/snapshot.ts';
import { button, hidden, line, pick, summary } from '#web/admin/fields.ts';
import { tabAddress } from '#web/admin/frame.ts';
import { tabPage } from '#web/admin/tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '#web/admin/visit.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Wording } from '#wording/wording.ts';
import { type Comparable, momentTitle } from './comparable.ts';
import { compareContent } from './compare-content.ts';

/** A name for a moment that could not be kept. */
export interface RefusedComparison {
  readonly name: string;
  readonly problem: string;
}

interface Page {
  readonly its: Consultation;
  readonly visit: Member;
  readonly view: Wording;
  readonly here: string;
  readonly comparables: readonly Comparable[];
  readonly moments: readonly Snapshot[];
  readonly refused?: RefusedComparison;
}

/** Chooses two results, shows what sets them apart, and keeps moments for later. */
export function comparisonPage(page: Page): AdminAnswer {
  const { its, visit, refused } = page;
  const { say } = visit;
  const body = html`<p><a href="${tabAddress(its.id, 'results')}">${say('outcome.back')}</a></p>
${refused === undefined ? '' : summary({ name: refused.problem }, say('admin.problems'))}
${choosing(page)}
${compared(page)}
${moments(page)}`;
  return withProblems(
    tabPage('results', its, visit, body, say('outcome.compare.title')),
    refused !== undefined,
  );
}

const chosen = ({ comparables, visit }: Page, name: string): Comparable | undefined =>
  comparables.find(({ key }) => key === visit.query.get(name));

function choosing(page: Page): Html {
  const { comparables, visit, here } = page;
  const { say } = visit;
  if (comparables.length < 2) return html`<p>${say('outcome.compare.too-few')}</p>`;
  const choices = comparables.map(({ key, title }) => ({ value: key, label: title }));
  const picked = (name: 'avant' | 'apres', label: string, otherwise: number) =>
    pick({ name, label, value: chosen(page, name)?.key ?? comparables[otherwise]?.key ?? '', choices });
  return html`<p>${say('outcome.compare.lead')}</p>
<form method="get" action="${here}" class="filter">
${picked('avant', say('outcome.compare.before'), 1)}
${picked('apres', say('outcome.compare.after'), 0)}
<p>${button(say('outcome.compare.show'))}</p></form>`;
}

function compared(page: Page): Html {
  const [before, after] = [chosen(page, 'avant'), chosen(page, 'apres')];
  if (before === undefined || after === undefined) return html``;
  if (before.consultation === after.consultation && before.at === after.at)
    return html`<p class="told" role="status">${page.visit.say('outcome.compare.same')}</p>`;
  return compareContent(before, after, page.view);
}

function moments({ its, visit, moments: all, comparables, refused }: Page): Html {
  const { say, role, token } = visit;
  const mayChange = allows(role, 'facilitator');
  const base = `${tabAddress(its.id, 'results')}/moments`;
  const removal = ({ id }: Snapshot) =>
    html` <form method="post" action="${base}/${id}/retrait" class="inline">${hidden('jeton', token)}${button(say('outcome.moments.remove'), 'plain')}</form>`;
  const list =
    all.length === 0
      ? html`<p>${say('outcome.moments.none')}</p>`
      : html`<ul class="moments">${joined(
          all.map((one) => html`<li>${momentTitle(one, its, visit)}${mayChange ? removal(one) : ''}</li>`),
        )}</ul>`;
  const isReleased = comparables.some(({ key }) => key === 'maintenant');
  const form = html`<form method="post" action="${base}">${hidden('jeton', token)}
${line({ name: 'name', label: say('outcome.moments.name'), hint: say('outcome.moments.name-hint'), value: refused?.name ?? '', most: longestLabel, problem: refused?.problem })}
<p>${button(say('outcome.moments.keep'), 'beside')}</p></form>`;
  return html`<section id="moments"><h2>${say('outcome.moments.title')}</h2>
<p>${say('outcome.moments.lead')}</p>${list}${mayChange && isReleased ? form : ''}</section>`;
}
