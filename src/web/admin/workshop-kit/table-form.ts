import type { Leaves } from '#domain/records/meet.ts';
import { synergyParts, tableBounds } from '#domain/results/workshop-result.ts';
import { drawnField } from '#web/http/at-once/drawn.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Wording } from '#wording/wording.ts';
import {
  type AskedOfDomain,
  type KeptRow,
  type TableSheet,
  tableSheet,
} from '#wording/workshop/table-sheet.ts';
import { conflictPart, type MetConflicts } from '../at-once/conflict-part.ts';
import { button, choose, hidden, line, type Problems, pick, summary } from '../fields.ts';
import type { Member } from '../visit.ts';

export interface TableForm {
  readonly visit: Pick<Member, 'say' | 'language' | 'token' | 'path'>;
  /** Its catalogue holds the domains in use alone. */
  readonly view: Wording;
  /** The table that is put right, by its name, and what the form is drawn from; absent: a new one. */
  readonly known?: { readonly table: string; readonly drawn: string };
  /** What stands in the fields: as kept, or as sent. */
  readonly filled: Leaves;
  readonly problems: Problems;
  /** What somebody else changed meanwhile. */
  readonly met?: MetConflicts;
}

/** What a table agreed on: what its paper sheets ask, in the same order, words and numbers. */
export function tableForm(form: TableForm): Html {
  const { visit, view, known, problems, met } = form;
  const { say, token, path } = visit;
  const sheet = tableSheet(view);
  const back = `/animation/c/${view.consultation.id}/materiel`;
  const nothing = problems.scenario;
  return html`<p class="lead">${say(known ? 'workshop-kit.form.change-lead' : 'workshop-kit.form.lead')}</p>
<p>${say('workshop-kit.form.no-names')}</p>
${summary(problems, say('admin.problems'))}
<form method="post" action="${path}" class="table-form">${hidden('jeton', token)}${known ? hidden(drawnField, known.drawn) : ''}${met ? conflictPart(met, visit) : ''}
${text(form, { name: 'table', label: sheet.table.label, hint: say('workshop-kit.form.table-hint'), most: tableBounds.name })}
${line({ name: 'people', label: sheet.people.label, value: filled(form, 'people'), type: 'number', problem: problems.people })}
<div id="scenario">${nothing === undefined ? '' : html`<p class="problem">${nothing}</p>`}</div>
${joined(sheet.domains.map((domain) => domainPart(domain, sheet, form)))}
${synergiesPart(sheet, form)}
<p class="ways">${button(say(known ? 'workshop-kit.form.save' : 'workshop-kit.form.add'))} <a href="${back}">${say(known ? 'workshop-kit.form.leave' : 'workshop-kit.form.back')}</a></p></form>`;
}

function domainPart(
  { id, title, orientation, kept, note }: AskedOfDomain,
  sheet: TableSheet,
  form: TableForm,
): Html {
  const { say } = form.visit;
  const name = `orientation-${id}`;
  const chosen = choose({
    ...{ name, kind: 'radio', label: orientation.label, values: [filled(form, name)] },
    choices: [
      ...orientation.options.map((one) => ({ value: one.id, label: one.title, hint: one.description })),
      { value: '', label: say('workshop-kit.form.no-orientation') },
    ],
  });
  return html`<section class="panel"><h2>${title}</h2>${chosen}
<fieldset class="choices kept"><legend>${kept.label}</legend>
${joined(kept.rows.map((row) => trajectoryPart(row, sheet.row, form)))}</fieldset>
${text(form, { name: `note-${id}`, label: note.label })}</section>`;
}

/** By when and on what condition are asked once it is kept: what is not kept is one step of the keyboard. */
function trajectoryPart({ id, number, title }: KeptRow, asked: TableSheet['row'], form: TableForm): Html {
  const { visit, problems } = form;
  const { say } = visit;
  const [kept, horizon] = [`kept-${id}`, `horizon-${id}`];
  const isKept = filled(form, kept) !== '';
  const problem = problems[kept];
  const choices = [
    { value: '', label: say('workshop-kit.form.no-horizon') },
    ...asked.horizons.map((one) => ({ value: one.id, label: one.title })),
  ];
  return html`<div class="one${problem === undefined ? '' : ' wrong'}" role="group" aria-label="${title}">
<label class="choice"><input type="checkbox" id="${kept}" name="kept" value="${id}"${isKept ? html` checked` : ''}${
    problem === undefined ? '' : html` aria-invalid="true" aria-describedby="${kept}-problem"`
  }> <span>${say('workshop-kit.form.trajectory', { number, title })} <small class="unseen">${asked.kept}</small></span></label>
${pick({ name: horizon, label: asked.horizon, value: filled(form, horizon), choices })}
${text(form, { name: `condition-${id}`, label: asked.condition })}
${problem === undefined ? '' : html`<p class="problem" id="${kept}-problem">${problem}</p>`}</div>`;
}

function synergiesPart({ whole, synergies }: TableSheet, form: TableForm): Html {
  const { say } = form.visit;
  const rows = synergies.rows.map(
    (
      number,
    ) => html`<div class="synergy" role="group" aria-label="${say('workshop-kit.form.synergy', { number })}">
${joined(
  synergyParts.map((part) => text(form, { name: `${part}-${number}`, label: synergies[part] })),
)}</div>`,
  );
  return html`<section class="panel"><h2>${whole}</h2>
<fieldset class="choices kept"><legend>${synergies.label}</legend>${joined(rows)}</fieldset></section>`;
}

interface TextField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly most?: number;
}

const text = (form: TableForm, { most = tableBounds.remark, ...field }: TextField): Html =>
  line({ ...field, most, value: filled(form, field.name), problem: form.problems[field.name] });

const filled = ({ filled: leaves }: TableForm, name: string): string => leaves.get(name) ?? '';
