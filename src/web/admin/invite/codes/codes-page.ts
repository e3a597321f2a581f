import type { Consultation } from '#domain/consultation/consultation.ts';
import {
  countEntryCodes,
  type EntryCodes,
  entryCodeBounds,
  noEntryCodes,
} from '#domain/records/entry-codes.ts';
import type { Leaves } from '#domain/records/meet.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import { button, choose, hasProblems, hidden, line, pick, summary } from '../../fields.ts';
import { tabPage } from '../../tab-page.ts';
import { type AdminAnswer, withProblems } from '../../visit.ts';
import type { Invited } from '../invited.ts';

/** What was just done or refused. */
export interface After {
  /** So many could have been made; `n`: as it was asked. */
  readonly tooMany?: number;
  readonly n?: string;
  readonly revoked?: number;
  /** What was written, which is no code that waits. */
  readonly unknown?: string;
  readonly asks?: 'all';
}

/** Who may answer, what that limits, and the codes. */
export function codesPage(shown: Invited, kept: EntryCodes | undefined, after: After): AdminAnswer {
  const { visit, consultation } = shown;
  const { say } = visit;
  const codes = kept ?? noEntryCodes(consultation.id);
  const byCodes = consultation.entry !== undefined;
  const problems = problemsOf(after, shown);
  const body = html`${summary(problems, say('admin.problems'))}${done(after, shown)}
<p class="lead">${say(byCodes ? 'entry-code.page.now-codes' : 'entry-code.page.now-link')}</p>
${who(shown)}
${byCodes ? howCodes(shown) : limits(shown)}
${byCodes || codes.made > 0 ? counts(codes, shown) : ''}
${byCodes ? make(shown, problems, after) : ''}
${codes.free.length > 0 ? revoke(codes, shown, problems, after) : ''}`;
  const page = tabPage('invite', consultation, visit, body, say('entry-code.page.title'));
  return withProblems(page, hasProblems(problems));
}

function problemsOf({ tooMany, unknown }: After, { visit: { say } }: Invited): Record<string, string> {
  if (tooMany !== undefined)
    return { n: tooMany < 1 ? say('entry-code.page.make.full') : problemOf(tooMany, say) };
  return unknown === undefined ? {} : { which: say('entry-code.page.revoke.unknown') };
}

const problemOf = (most: number, say: Invited['visit']['say']) =>
  say('entry-code.page.make.problem', { most });

const done = ({ revoked }: After, { visit: { say } }: Invited): Html =>
  revoked === undefined
    ? html``
    : html`<p class="told" role="status">${say('entry-code.page.done.revoked', { n: revoked })}</p>`;

/** How people come in, as the form of it sends it. */
export const entryLeaf = ({ entry }: Consultation): Leaves => new Map([['entry', entry ?? 'link']]);

function who({ visit, consultation, mayChange }: Invited): Html {
  const { say, token } = visit;
  if (!mayChange) return html``;
  const choices = (['link', 'codes'] as const).map((value) => ({
    value,
    label: say(`entry-code.page.${value}`),
    hint: say(`entry-code.page.${value}-hint`),
  }));
  const values = [...entryLeaf(consultation).values()];
  const drawn = hidden(drawnField, drawnFrom(entryLeaf(consultation)));
  return html`<form method="post" action="/animation/c/${consultation.id}/codes" class="panel">${hidden('jeton', token)}${drawn}
${choose({ name: 'entry', label: say('entry-code.page.who'), kind: 'radio', values, choices })}
<p class="hint">${say('entry-code.page.change-warning')}</p>
<p>${button(say('entry-code.page.save'))}</p></form>`;
}

const list = (title: string, lines: readonly string[]): Html =>
  html`<section><h2>${title}</h2><ul>${joined(lines.map((one) => html`<li>${one}</li>`))}</ul></section>`;

function limits({ visit: { say } }: Invited): Html {
  const all = (['device', 'twice', 'teams', 'share', 'way'] as const).map((one) =>
    say(`entry-code.page.limits.${one}`),
  );
  return list(say('entry-code.page.limits.title'), all);
}

function howCodes({ visit: { say } }: Invited): Html {
  const all = (['once', 'unlinked', 'given', 'erased', 'clear'] as const).map((one) =>
    say(`entry-code.page.how.${one}`),
  );
  return list(say('entry-code.page.how.title'), all);
}

function counts(codes: EntryCodes, { visit: { say } }: Invited): Html {
  const counted = countEntryCodes(codes);
  const title = html`<h2>${say('entry-code.page.counts.title')}</h2>`;
  if (counted.made === 0)
    return html`<section>${title}<p>${say('entry-code.page.counts.none')}</p></section>`;
  const rows = (['made', 'used', 'free', 'revoked'] as const).map(
    (one) =>
      html`<div><dt>${say(`entry-code.page.counts.${one}`)}</dt><dd>${say('reading.people.number', { n: counted[one] })}</dd></div>`,
  );
  return html`<section>${title}<dl class="code-counts">${joined(rows)}</dl></section>`;
}

function make(
  { visit, consultation, mayChange, phase, views }: Invited,
  problems: Record<string, string>,
  after: After,
): Html {
  const { say, token } = visit;
  const title = html`<h2>${say('entry-code.page.make.title')}</h2>`;
  if (phase === 'closed' || phase === 'archived')
    return html`<section>${title}<p>${say('entry-code.page.make.over')}</p></section>`;
  if (!mayChange) return html``;
  const choices = views.map(({ language }) => ({
    value: language,
    label: languageWithin(language, visit.language),
  }));
  return html`<section>${title}
${phase === 'draft' ? html`<p class="standing">${say('entry-code.page.make.draft')}</p>` : ''}
<form method="post" action="/animation/c/${consultation.id}/codes/planche">${hidden('jeton', token)}
${line({
  ...{
    name: 'n',
    type: 'number',
    label: say('entry-code.page.make.n'),
    value: after.n ?? '20',
    required: true,
  },
  hint: say('entry-code.page.make.n-hint', { most: entryCodeBounds.atOnce }),
  problem: problems.n,
})}
${choices.length < 2 ? '' : pick({ name: 'language', label: say('entry-code.page.make.language'), value: visit.language, choices })}
<p class="hint">${say('entry-code.page.make.once')}</p>
<p>${button(say('entry-code.page.make.do'))}</p></form></section>`;
}

function revoke(
  { free }: EntryCodes,
  { visit, consultation, mayChange }: Invited,
  problems: Record<string, string>,
  { unknown = '', asks }: After,
): Html {
  const { say, token } = visit;
  if (!mayChange) return html``;
  const form = (content: Html) =>
    html`<form method="post" action="/animation/c/${consultation.id}/codes/annulation">${hidden('jeton', token)}${content}</form>`;
  const all =
    asks === undefined
      ? html`<p>${button(say('entry-code.page.revoke.all', { n: free.length }), 'grave', 'all')}</p>`
      : html`${hidden('all', '1')}<p>${button(say('entry-code.page.revoke.sure'), 'grave', 'sure')}</p>`;
  return html`<section id="annuler"><h2>${say('entry-code.page.revoke.title')}</h2>
${form(
  html`${line({
    ...{ name: 'which', label: say('entry-code.page.revoke.one'), value: unknown, most: 40, required: true },
    problem: problems.which,
  })}<p>${button(say('entry-code.page.revoke.one-do'), 'beside')}</p>`,
)}
${form(html`<p${asks === undefined ? '' : html` role="alert"`}>${say('entry-code.page.revoke.all-warning')}</p>${all}`)}</section>`;
}
