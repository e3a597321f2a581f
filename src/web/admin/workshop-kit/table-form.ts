import type { Domain, Trajectory } from '#domain/catalogue/catalogue.ts';
import { expectedHorizons } from '#domain/results/judge-workshop-result.ts';
import { tableBounds } from '#domain/results/workshop-result.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { button, choose, hidden, line, type Problems, pick, summary } from '../fields.ts';
import type { Member } from '../visit.ts';

interface TableForm {
  readonly visit: Member;
  readonly view: Wording;
  readonly domains: readonly Domain[];
  /** As it was sent, when something in it is wrong. */
  readonly sent?: Form;
  readonly problems: Problems;
}

/** What a table agreed on, as its paper sheets have it: who, then domain by domain. */
export function tableForm(form: TableForm): Html {
  const { visit, view, domains, problems } = form;
  const { say, token } = visit;
  const back = `/animation/c/${view.consultation.id}/materiel`;
  const [nothing] = [problems.scenario];
  return html`<p class="lead">${say('workshop-kit.form.lead')}</p>
<p>${say('workshop-kit.form.no-names')}</p>
${summary(problems, say('admin.problems'))}
<form method="post" action="${back}/table" class="table-form">${hidden('jeton', token)}
${line({ name: 'table', label: say('workshop-kit.form.table'), hint: say('workshop-kit.form.table-hint'), value: filled(form, 'table'), most: tableBounds.name, problem: problems.table })}
${line({ name: 'people', label: say('workshop-kit.form.people'), value: filled(form, 'people'), type: 'number', problem: problems.people })}
<div id="scenario">${nothing === undefined ? '' : html`<p class="problem">${nothing}</p>`}</div>
${joined(domains.map((domain) => domainPart(domain, form)))}
<p class="ways">${button(say('workshop-kit.form.add'))} <a href="${back}">${say('workshop-kit.form.back')}</a></p></form>`;
}

function domainPart(domain: Domain, form: TableForm): Html {
  const { view, visit, problems } = form;
  const { id, orientations, trajectories } = domain;
  const { say } = visit;
  const chosen = choose({
    name: `orientation-${id}`,
    kind: 'radio',
    label: say('workshop-kit.form.orientation'),
    values: [filled(form, `orientation-${id}`)],
    choices: [
      ...orientations.map((value) => {
        const { title = value, description: hint = '' } = view.text.orientations[value] ?? {};
        return { value, label: title, hint };
      }),
      { value: '', label: say('workshop-kit.form.no-orientation') },
    ],
  });
  const note = `note-${id}`;
  return html`<section class="panel"><h2>${domainTitle(view, id)}</h2>${chosen}
<fieldset class="choices kept"><legend>${say('workshop-kit.form.kept')}</legend>
${joined(trajectories.map((one) => trajectoryPart(one, form)))}</fieldset>
${line({ name: note, label: say('workshop-kit.form.note'), value: filled(form, note), most: tableBounds.remark, problem: problems[note] })}</section>`;
}

function trajectoryPart({ id }: Trajectory, form: TableForm): Html {
  const { view, visit, sent, problems } = form;
  const { say } = visit;
  const title = trajectoryTitle(view, id);
  const [kept, horizon, condition] = [`kept-${id}`, `horizon-${id}`, `condition-${id}`];
  const isKept = sent?.all('kept').includes(id) ?? false;
  const problem = problems[kept];
  const choices = [
    { value: '', label: say('workshop-kit.form.no-horizon') },
    ...expectedHorizons.map((value) => ({ value, label: view.text.horizons[value] })),
  ];
  return html`<div class="one${problem === undefined ? '' : ' wrong'}" role="group" aria-label="${title}">
<label class="choice"><input type="checkbox" id="${kept}" name="kept" value="${id}"${isKept ? html` checked` : ''}${
    problem === undefined ? '' : html` aria-invalid="true" aria-describedby="${kept}-problem"`
  }> <span>${title}</span></label>
${pick({ name: horizon, label: say('workshop-kit.form.horizon'), value: filled(form, horizon), choices })}
${line({ name: condition, label: say('workshop-kit.form.condition'), value: filled(form, condition), most: tableBounds.remark, problem: problems[condition] })}
${problem === undefined ? '' : html`<p class="problem" id="${kept}-problem">${problem}</p>`}</div>`;
}

const filled = ({ sent }: TableForm, name: string): string => sent?.one(name) ?? '';
