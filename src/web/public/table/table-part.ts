import { synergyNumbers } from '#domain/results/workshop-result.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { choiceOf } from '#web/http/at-once/meet-form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { domainTitle } from '#wording/titles.ts';
import { domainFields, peopleField, wholeFields } from './step-fields.ts';
import { domainRead, wholeRead } from './step-read.ts';
import { fieldsOf, type Step, stepName, stepPath, stepsOf } from './steps.ts';
import type { TableView } from './table-view.ts';

/** What changes of a table's page: the step at hand, to fill in or to read. */
export function tablePart(view: TableView): Html {
  const { step, standing, unsaved } = view;
  // A table that was opened again goes on at the step it was at: the first phone that writes has the pen.
  const goesOn = view.writes === 'free' && step.kind !== 'start' && standing.get('people') !== '';
  const writes = goesOn ? 'mine' : view.writes;
  const isWritten = writes === 'mine' || (unsaved !== undefined && step.kind !== 'start');
  const body = step.kind === 'start' ? start(view) : isWritten ? written({ ...view, writes }) : read(view);
  const state = unsaved !== undefined && writes !== 'mine' ? 'unsaved' : writes;
  return html`<div class="part" data-writes="${state}">${body}</div>`;
}

function start(view: TableView): Html {
  const { wording, writes, table } = view;
  const { say } = wording;
  const lead = html`<h1>${table.name}</h1><p>${say(writes === 'other' ? 'breakout.phone.read-lead' : 'breakout.phone.lead')}</p>`;
  if (writes !== 'mine') {
    const ask = html`${peopleField(view)}<p><button type="submit" name="acte" value="take" class="main">${say(writes === 'free' ? 'breakout.phone.begin' : 'breakout.phone.take')}</button></p>`;
    const why = writes === 'other' ? html`<p class="quiet">${say('breakout.phone.take-what')}</p>` : '';
    return html`${lead}${writes === 'free' ? form(view, ask) : ''}${list(view)}${writes === 'free' ? '' : html`${form(view, ask)}${why}`}`;
  }
  const save = html`${peopleField(view)}<p class="noscript"><button type="submit" name="acte" value="save">${say('breakout.phone.save')}</button></p>`;
  const finish = html`<p><button type="submit" name="acte" value="finish" class="main">${say('breakout.phone.finish')}</button></p><p class="quiet">${say('breakout.phone.finish-what')}</p>`;
  return html`${lead}<p class="quiet">${say('breakout.phone.no-names')}</p>${form(view, html`${save}${list(view)}${table.doneAt === undefined ? finish : ''}`)}`;
}

/** The steps, each with how much is noted there. */
function list({ wording, table, standing }: TableView): Html {
  const { say, language, catalogue } = wording;
  const isNoted = (name: string) => (standing.get(name) ?? '') !== '';
  const lines = stepsOf(catalogue.domains).map((step) => {
    const label =
      step.kind === 'domain'
        ? say('breakout.phone.see', {
            title: domainTitle(wording, step.domain.id),
            n: step.domain.trajectories.filter(({ id }) => isNoted(`kept-${id}`)).length,
          })
        : say('breakout.phone.whole', {
            title: say('workshop-kit.asked.whole'),
            n: synergyNumbers.filter((number) => isNoted(`helps-${number}`)).length,
          });
    return html`<li><a href="${stepPath(table.id, step, language)}" data-step="${stepName(step)}">${label}</a></li>`;
  });
  return html`<nav aria-label="${say('breakout.phone.steps')}"><ol class="steps">${joined(lines)}</ol></nav>`;
}

function written(view: TableView): Html {
  const { step, wording, writes } = view;
  const { say } = wording;
  const { before, after } = around(view);
  const fields = step.kind === 'domain' ? domainFields(step.domain, view) : wholeFields(view);
  const button =
    writes === 'mine'
      ? html`<button type="submit" name="acte" value="save" class="main">${say(after.kind === 'start' ? 'breakout.phone.last' : 'breakout.phone.next')}</button>`
      : html`<button type="submit" name="acte" value="take" class="main">${say('breakout.phone.take')}</button>`;
  const why = writes === 'mine' ? '' : html`<p class="quiet">${say('breakout.phone.take-what')}</p>`;
  const on = html`<input type="hidden" name="vers" value="${writes === 'mine' ? stepName(after) : stepName(step)}">`;
  return html`${heading(view)}${form(view, html`${conflicts(view)}${fields}${on}<p>${button}</p>${why}`)}${ways(view, before)}`;
}

function read(view: TableView): Html {
  const { step, wording, table } = view;
  const { before, after } = around(view);
  const body = step.kind === 'domain' ? domainRead(step.domain, view) : wholeRead(view);
  const next =
    after.kind === 'start'
      ? ''
      : html`<p><a class="way" href="${stepPath(table.id, after, wording.language)}">${titleOf(after, view)}</a></p>`;
  return html`${heading(view)}${body}${next}${ways(view, before)}`;
}

const heading = (view: TableView): Html =>
  html`<p class="where">${view.table.name}</p><h1 tabindex="-1">${titleOf(view.step, view)}</h1>`;

const titleOf = (step: Step, { wording }: TableView): string =>
  step.kind === 'domain' ? domainTitle(wording, step.domain.id) : wording.say('workshop-kit.asked.whole');

function ways({ table, wording: { say, language } }: TableView, before: Step | undefined): Html {
  const way = (step: Step, label: string) =>
    html`<a class="way" href="${stepPath(table.id, step, language)}" data-step="${stepName(step)}">${label}</a> `;
  return html`<p class="ways">${before === undefined ? '' : way(before, say('breakout.phone.back'))}${way({ kind: 'start' }, say('breakout.phone.overview'))}</p>`;
}

/** The steps beside the one at hand; after the last one: the beginning. */
function around({ step, wording }: TableView): { readonly before?: Step; readonly after: Step } {
  const steps = stepsOf(wording.catalogue.domains);
  const i = steps.findIndex((one) => stepName(one) === stepName(step));
  const before = steps[i - 1];
  return { ...(before && { before }), after: steps[i + 1] ?? { kind: 'start' } };
}

/** A step's form bears what it was drawn from: what stands otherwise by then is not overwritten without a word. */
function form({ table, step, wording, standing }: TableView, inside: Html): Html {
  const drawn = new Map(fieldsOf(step).map((name) => [name, standing.get(name) ?? '']));
  return html`<form method="post" action="${stepPath(table.id, step, wording.language)}" class="table" data-key="${table.id}" data-step="${stepName(step)}"><input type="hidden" name="${drawnField}" value="${drawnFrom(drawn)}">${inside}</form>`;
}

/** What both changed, side by side, to choose from. */
function conflicts({ unsaved, wording: { say } }: TableView): Html {
  const all = unsaved?.conflicts ?? [];
  if (all.length === 0) return html``;
  const parts = all.map(({ name, label, theirs, mine }) => {
    const way = (value: 'theirs' | 'mine', text: string) =>
      html`<label class="choice"><input type="radio" name="${choiceOf(name)}" value="${value}" required> <span>${say(`conflict.${value}`)} <b>${text === '' ? say('conflict.nothing') : text}</b></span></label>`;
    return html`<fieldset><legend>${label}</legend>${way('theirs', theirs)}${way('mine', mine)}</fieldset>`;
  });
  return html`<div class="conflict"><h2>${say('conflict.title')}</h2>${joined(parts)}</div>`;
}
