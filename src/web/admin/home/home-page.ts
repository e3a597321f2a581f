import type { Checklist, ChecklistStep, Known, StepState } from '#domain/consultation/checklist/checklist.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { lastDayOf } from '#domain/consultation/end-of.ts';
import { toldOf } from '#domain/consultation/follow-up/follow-up-due.ts';
import { allows } from '#domain/records/account.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { lifePaths } from '../consultations/state.ts';
import { button, hidden } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import { day } from '../said.ts';
import { settingsAddress } from '../settings/address.ts';
import type { Member } from '../visit.ts';

export interface HomePage {
  readonly its: Consultation;
  readonly visit: Member;
  readonly known: Known;
  readonly checklist: Checklist;
}

/** The one thing to do now, in a sentence with its button. */
export function nextPart(page: HomePage): Html {
  const { say } = page.visit;
  const { next } = page.checklist;
  if (next === undefined) return html`<section class="next"><p>${say('home.over')}</p></section>`;
  return html`<section class="next" aria-labelledby="next"><h2 id="next">${say('home.next')}</h2>
<p>${say(`home.step.${next}.next`, factsOf(page))}</p>
${wayTo(next, page)}</section>`;
}

/** All of it, from preparing to putting away. */
export function checklistPart(page: HomePage): Html {
  const { say } = page.visit;
  return html`<section aria-labelledby="list"><h2 id="list">${say('home.list')}</h2>
<ol class="checklist">${joined(page.checklist.items.map((item) => row(item, page)))}</ol></section>`;
}

function row({ step, state }: { step: ChecklistStep; state: StepState }, page: HomePage): Html {
  const { say } = page.visit;
  const { next } = page.checklist;
  const title = say(`home.step.${step}.title`);
  const to = addressOf(step, page);
  const isNext = step === next;
  return html`<li class="${state}"${isNext ? html` aria-current="step"` : ''}><span class="mark" aria-hidden="true">${marks[state]}</span>
<div class="what">${to === undefined || state === 'later' ? html`<b>${title}</b>` : html`<a href="${to}"><b>${title}</b></a>`} <small>${say(`home.step.${step}.${key(state)}`, factsOf(page))}</small></div></li>`;
}

const marks = { done: '✓', 'to-do': '○', 'under-way': '◐', later: '·', nothing: '–' } as const;
const key = (state: StepState) => (state === 'to-do' ? 'next' : state);

/** What the sentences are filled with. */
function factsOf({ its, visit, known }: HomePage) {
  const end = lastDayOf(its);
  const told = toldOf(its);
  return {
    ...{ took: known.took, unread: known.unread, texts: known.texts, places: known.places },
    opens: day(its.opensAt, visit, its.timeZone),
    hasEnd: end === undefined ? 'no' : 'yes',
    closes: end === undefined ? '' : day(end, visit, its.timeZone),
    told: told === undefined ? '' : day(told, visit, its.timeZone),
    why: its.controller.contact === '' ? 'contact' : 'information',
    erased: its.erasure === undefined ? 'no' : 'yes',
  };
}

/** The button; a reader is led there only where they may read. */
function wayTo(step: ChecklistStep, page: HomePage): Html {
  const { its, visit } = page;
  const { say, token, role } = visit;
  const label = say(`home.step.${step}.do`);
  const change = changes[step];
  if (change !== undefined) {
    if (!allows(role, 'facilitator')) return html``;
    return html`<form method="post" action="/animation/c/${its.id}/${change}">${hidden('jeton', token)}${button(label)}</form>`;
  }
  const to = addressOf(step, page);
  return to === undefined ? html`` : html`<p><a class="way" href="${to}">${label}</a></p>`;
}

const changes: Partial<Record<ChecklistStep, string>> = {
  open: lifePaths.open,
  archive: lifePaths.archive,
};

/** Where each is done; nothing: on this page, or nowhere for whoever looks. */
function addressOf(step: ChecklistStep, { its, visit }: HomePage): string | undefined {
  const mayWrite = allows(visit.role, 'facilitator');
  switch (step) {
    case 'prepare':
      return settingsAddress(its.id, its.controller.contact === '' ? 'calendar' : 'information');
    case 'open':
      return its.draft && mayWrite ? settingsAddress(its.id, 'information') : undefined;
    case 'try':
      return mayWrite ? tabAddress(its.id, 'trial') : undefined;
    case 'invite':
      return tabAddress(its.id, 'invite');
    case 'follow':
      return tabAddress(its.id, 'participation');
    case 'moderate':
      return mayWrite ? tabAddress(its.id, 'free-texts') : undefined;
    case 'close':
      return mayWrite ? settingsAddress(its.id, 'calendar') : undefined;
    case 'publish':
      return tabAddress(its.id, 'publish');
    case 'tell':
      return tabAddress(its.id, 'follow-up');
    case 'archive':
      return undefined;
  }
}
