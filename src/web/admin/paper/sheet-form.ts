import type { Domain, Trajectory } from '#domain/catalogue/catalogue.ts';
import { remarkQuestion } from '#domain/paper/remark-question.ts';
import { sheetBounds, stanceKeys } from '#domain/paper/sheet.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { button, hidden, type Problems, summary } from '../fields.ts';
import type { Member } from '../visit.ts';

export interface SheetForm {
  readonly visit: Member;
  /** Its catalogue holds the domains of the consultation alone. */
  readonly view: Wording;
  readonly action: string;
  /** What stands in the fields, by their names. */
  readonly filled: (name: string) => string;
  readonly problems: Problems;
  /** Of a sheet that was entered before: its number stays. */
  readonly number?: number;
}

/**
 * One sheet, in the order of the paper. Without a script a plain form; with one, `data-sheet` has each key that is printed in a box
 * tick it and go on.
 */
export function sheetForm(form: SheetForm): Html {
  const { visit, view, action, problems, number } = form;
  const { say, token } = visit;
  const nothing = problems.stances;
  return html`${summary(problems, say('admin.problems'))}
<form method="post" action="${action}" class="sheet-form" data-sheet>${hidden('jeton', token)}
<p class="hint keys" hidden data-keys>${say('paper.form.keys')}</p>
<div class="sheet-who">
${number === undefined ? typed(form, 'number', say('paper.form.number'), { isFirst: true }) : hidden('number', `${number}`)}
${typed(form, 'roles', say('paper.form.roles'), { hint: say('paper.form.roles-hint'), isFirst: number !== undefined })}
${typed(form, 'territory', say('paper.form.territory'), {})}
</div>
<details class="numbers"><summary>${say('paper.form.numbers')}</summary>
${numbers(
  say('paper.form.roles'),
  view.catalogue.roles.map((id) => view.text.roles[id] ?? id),
)}
${numbers(
  say('paper.form.territory'),
  view.catalogue.territories.map((id) => view.text.territories[id] ?? id),
)}</details>
<div id="stances">${nothing === undefined ? '' : html`<p class="problem">${nothing}</p>`}</div>
${joined(view.catalogue.domains.map((domain) => domainPart(domain, form)))}
<p class="ways">${button(say(number === undefined ? 'paper.form.add' : 'paper.form.change'))}</p></form>`;
}

const numbers = (title: string, all: readonly string[]): Html =>
  html`<p>${title}</p><ol>${joined(all.map((one) => html`<li>${one}</li>`))}</ol>`;

/** A short field that takes figures. */
function typed(
  { filled, problems }: SheetForm,
  name: string,
  label: string,
  { hint, isFirst }: { readonly hint?: string; readonly isFirst?: boolean },
): Html {
  const problem = problems[name];
  const by = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-problem`]),
  ];
  return html`<div class="field${problem === undefined ? '' : ' wrong'}"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${filled(name)}" inputmode="numeric" autocomplete="off" maxlength="60" data-stop${isFirst ? html` autofocus` : ''}${problem === undefined ? '' : html` aria-invalid="true"`}${by.length === 0 ? '' : html` aria-describedby="${by.join(' ')}"`}>
${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}${problem === undefined ? '' : html`<p class="problem" id="${name}-problem">${problem}</p>`}</div>`;
}

function domainPart(domain: Domain, form: SheetForm): Html {
  const { view, visit, filled, problems } = form;
  const name = `remark-${domain.id}`;
  const problem = problems[name];
  const remark =
    remarkQuestion(domain) === undefined
      ? ''
      : html`<div class="field${problem === undefined ? '' : ' wrong'}"><label for="${name}">${visit.say('paper.form.remark')}</label>
<input id="${name}" name="${name}" value="${filled(name)}" maxlength="${`${sheetBounds.remark}`}" autocomplete="off" data-stop${problem === undefined ? '' : html` aria-invalid="true" aria-describedby="${name}-problem"`}>${problem === undefined ? '' : html`<p class="problem" id="${name}-problem">${problem}</p>`}</div>`;
  return html`<section class="sheet-domain" data-domain><h2>${domainTitle(view, domain.id)}</h2>
${joined(domain.trajectories.map((one) => row(one, form)))}${remark}</section>`;
}

/** A trajectory with its boxes, as they are printed; and one for nothing, without which a tick could not be taken back. */
function row({ id }: Trajectory, { view, visit, filled }: SheetForm): Html {
  const name = `stance-${id}`;
  const chosen = filled(name);
  const choices = [
    ...stanceKeys.map(([key, stance]) => ({ key, label: view.text.stances[stance] })),
    { key: '', label: visit.say('paper.form.nothing') },
  ];
  return html`<fieldset class="sheet-row" id="${name}" data-stop><legend>${trajectoryTitle(view, id)}</legend>
<div class="boxes">${joined(
    choices.map(
      ({ key, label }) =>
        html`<label><input type="radio" name="${name}" value="${key}"${key === chosen ? html` checked` : ''}> <span><b>${key}</b> ${label}</span></label>`,
    ),
  )}</div></fieldset>`;
}
