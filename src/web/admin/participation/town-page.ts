import type { Consultation } from '#domain/consultation/consultation.ts';
import { settingBounds } from '#domain/consultation/settings/settings.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Wording } from '#wording/wording.ts';
import { area, button, hidden, line, type Problems, summary } from '../fields.ts';
import type { Member } from '../visit.ts';

export interface TownPage {
  readonly visit: Member;
  readonly view: Wording;
  /** What stood when the form was drawn. */
  readonly drawn: string;
  /** As it was sent, when it is shown again. */
  readonly sent?: Form;
  readonly problems?: Problems;
  /** What is to be said of what was sent. */
  readonly told?: string;
}

/** The fields of shares, by what each is called. */
export function shareFields({ catalogue, text }: Wording): ReadonlyMap<string, string> {
  return new Map([
    ...catalogue.territories.map((id) => [`territories-${id}`, text.territories[id] ?? id] as const),
    ...catalogue.roles.map((id) => [`roles-${id}`, text.roles[id] ?? id] as const),
  ]);
}

/** The form of the goal and the town's own figures. */
export function townPage(page: TownPage): Html {
  const { visit, view, drawn, problems = {}, told } = page;
  const { say, token } = visit;
  const { id } = view.consultation;
  return html`<p class="lead">${say('town-figures.lead')}</p>
${told === undefined ? '' : html`<p class="told" role="status">${told}</p>`}
${summary(problems, say('admin.problems'))}
<form method="post" action="/animation/c/${id}/suivi/territoire" class="town">${hidden('jeton', token)}${hidden('vu', drawn)}
<input type="submit" hidden>
<section><h2>${say('town-figures.goal-title')}</h2>
${line({ name: 'expected', type: 'number', label: say('town-figures.goal'), hint: say('town-figures.goal-hint'), value: filled(page, 'expected'), problem: problems.expected })}</section>
<section><h2>${say('town-figures.figures-title')}</h2><p>${say('town-figures.figures-lead')}</p>
${line({ name: 'source', label: say('town-figures.source'), hint: say('town-figures.source-hint'), value: filled(page, 'source'), most: settingBounds.source, problem: problems.source })}
${shares('territories', page)}
${shares('roles', page)}
<details${problems.tableau === undefined ? '' : html` open`}><summary>${say('town-figures.paste')}</summary>
${area({ name: 'tableau', label: say('town-figures.paste-label'), hint: say('town-figures.paste-hint'), value: page.sent?.text('tableau') ?? '', problem: problems.tableau })}
${button(say('town-figures.paste-do'), 'beside', 'remplir')}</details></section>
<p class="ways">${button(say('town-figures.save'))} <a href="/animation/c/${id}/suivi">${say('town-figures.back')}</a></p></form>`;
}

function shares(of: 'territories' | 'roles', page: TownPage): Html {
  const { visit, view, problems = {} } = page;
  const { say } = visit;
  const names = of === 'roles' ? ('roles' as const) : ('places' as const);
  const fields = [...shareFields(view)].filter(([name]) => name.startsWith(`${of}-`));
  const problem = problems[of];
  return html`<fieldset id="${of}" class="choices shares${problem === undefined ? '' : ' wrong'}"><legend>${say(`town-figures.${names}`)}</legend>
<p class="hint">${say(`town-figures.${names}-hint`)}</p>${problem === undefined ? '' : html`<p class="problem">${problem}</p>`}
<div class="columns">${joined(fields.map(([name, title]) => line({ name, label: say('town-figures.label', { title }), value: filled(page, name), most: 12, problem: problems[name] })))}</div></fieldset>`;
}

/** What stands in a field: as it was sent, or as it is kept. */
const filled = ({ sent, view, visit }: TownPage, name: string): string =>
  sent === undefined ? kept(view.consultation, name, visit) : sent.text(name);

function kept({ expected, townFigures }: Consultation, name: string, { language }: Member): string {
  if (name === 'expected') return `${expected ?? ''}`;
  if (name === 'source') return townFigures?.source ?? '';
  const [of, id = ''] = name.split(/-(.*)/);
  const share = townFigures?.[of === 'roles' ? 'roles' : 'territories'][id];
  return share === undefined
    ? ''
    : new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(share);
}
