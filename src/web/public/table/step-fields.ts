import type { Domain } from '#domain/catalogue/catalogue.ts';
import { synergyNumbers, synergyParts, tableBounds } from '#domain/results/workshop-result.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { momentsOf } from '#wording/workshop/table-sheet.ts';
import type { TableView } from './table-view.ts';

/** What a table fills in of a domain: the direction, each trajectory with what it brings and what it risks, and what is debated. */
export function domainFields(domain: Domain, view: TableView): Html {
  const { say, text } = view.wording;
  const value = valueIn(view);
  const name = `orientation-${domain.id}`;
  const choices = [...domain.orientations, ''].map((id) => {
    const { title = say('workshop-kit.form.no-orientation'), description } = text.orientations[id] ?? {};
    return html`<label class="choice"><input type="radio" name="${name}" value="${id}"${value(name) === id ? html` checked` : ''}> <span>${title}${description === undefined ? '' : html` <small>${description}</small>`}</span></label>`;
  });
  return html`<fieldset><legend>${say('workshop-kit.asked.orientation')}</legend>${joined(choices)}</fieldset>
<h2>${say('breakout.phone.trajectories')}</h2>
${joined(domain.trajectories.map(({ id }, i) => trajectory(id, i + 1, view)))}
${area(view, `note-${domain.id}`, say('workshop-kit.asked.note'))}`;
}

/** By when and on what condition are asked once it is kept. */
function trajectory(id: string, number: number, view: TableView): Html {
  const { say, text } = view.wording;
  const value = valueIn(view);
  const horizon = `horizon-${id}`;
  const options = [{ id: '', title: say('workshop-kit.form.no-horizon') }, ...momentsOf(view.wording)].map(
    (one) =>
      html`<option value="${one.id}"${value(horizon) === one.id ? html` selected` : ''}>${one.title}</option>`,
  );
  const title = trajectoryTitle(view.wording, id);
  return html`<section class="trajectory" aria-labelledby="title-${id}"><h3 id="title-${id}">${say('workshop-kit.form.trajectory', { number, title })}</h3>
${told(id, view)}
<label class="choice keep"><input type="checkbox" name="kept" id="kept-${id}" value="${id}"${value(`kept-${id}`) === '' ? '' : html` checked`}> <span>${say('breakout.phone.keep')}<span class="unseen"> ${text.trajectories[id]?.title ?? id}</span></span></label>
<div class="once-kept"><p class="field"><label for="${horizon}">${say('workshop-kit.asked.horizon')}</label><select id="${horizon}" name="${horizon}">${joined(options)}</select></p>
${area(view, `condition-${id}`, say('workshop-kit.asked.condition'))}</div></section>`;
}

/** What a trajectory is, what it brings and what it risks. */
export function told(id: string, { wording: { say, text } }: Pick<TableView, 'wording'>): Html {
  const its = text.trajectories[id];
  if (its === undefined) return html``;
  return html`<p>${its.summary}</p><p><b>${say('breakout.phone.benefit')}</b> ${its.benefit}</p><p><b>${say('breakout.phone.risk')}</b> ${its.risk}</p>`;
}

/** What strengthens what, from one domain to another. */
export function wholeFields(view: TableView): Html {
  const { say } = view.wording;
  const rows = synergyNumbers.map(
    (number) =>
      html`<fieldset class="synergy"><legend>${say('workshop-kit.form.synergy', { number })}</legend>${joined(
        synergyParts.map((part) => area(view, `${part}-${number}`, say(`workshop-kit.asked.${part}`))),
      )}</fieldset>`,
  );
  return html`<p>${say('breakout.phone.synergy-hint')}</p>${joined(rows)}`;
}

/** How many are at the table. */
export function peopleField(view: TableView): Html {
  const { say } = view.wording;
  const { wrong, note } = problemOf(view, 'people');
  return html`<p class="field"><label for="people">${say('breakout.phone.people')}</label>${note}<input id="people" name="people" type="number" inputmode="numeric" min="1" max="${String(tableBounds.people)}" required value="${valueIn(view)('people')}"${wrong}></p>`;
}

function area(view: TableView, name: string, label: string): Html {
  const { wrong, note } = problemOf(view, name);
  return html`<p class="field"><label for="${name}">${label}</label>${note}<textarea id="${name}" name="${name}" rows="2" maxlength="${String(tableBounds.remark)}"${wrong}>
${valueIn(view)(name)}</textarea></p>`;
}

function problemOf({ unsaved }: TableView, name: string): { readonly wrong: Html; readonly note: Html } {
  const problem = unsaved?.problems[name];
  if (problem === undefined) return { wrong: html``, note: html`` };
  return {
    wrong: html` aria-invalid="true" aria-describedby="${name}-problem"`,
    note: html`<span class="problem" id="${name}-problem">${problem}</span>`,
  };
}

/** What stands in a field: as it was sent, where it is not saved; else as it is kept. */
const valueIn =
  ({ unsaved, standing }: Pick<TableView, 'unsaved' | 'standing'>) =>
  (name: string): string =>
    unsaved?.leaves.get(name) ?? standing.get(name) ?? '';
