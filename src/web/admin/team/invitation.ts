import { longestName, roles } from '#domain/records/account.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { button, hidden, line, type Problems, pick, summary } from '../fields.ts';
import { type Place, reach } from '../reach.ts';
import type { Member } from '../visit.ts';

export interface Invitation {
  /** The consultations to which somebody may be invited. */
  readonly places: readonly Place[];
  readonly mayAll: boolean;
  readonly form?: Form | undefined;
  readonly problems: Problems;
}

/** The form that makes a one-time link for somebody, with a role in all consultations or in some. */
export function invitation(
  { places, mayAll, form, problems }: Invitation,
  visit: Member,
  here: string,
): Html {
  const { say, token } = visit;
  const choices = roles.map((value) => ({ value, label: say(`admin.role.${value}`) }));
  const where = reach(
    {
      ...{ name: 'consultations', label: say('admin.team.where'), places, mayAll, form },
      problem: problems.consultations,
    },
    visit,
  );
  return html`<section><h2>${say('admin.team.invite')}</h2>${summary(problems, say('admin.problems'))}
<p>${say('admin.team.known')}</p>
<form method="post" action="${here}/invitation">${hidden('jeton', token)}
${line({ name: 'name', label: say('admin.team.head.name'), value: form?.one('name') ?? '', most: longestName, problem: problems.name })}
${pick({ name: 'role', label: say('admin.team.head.role'), value: form?.one('role') || 'reader', choices, hint: say('admin.team.roles'), problem: problems.role })}
${where}
<p>${button(say('admin.team.make-link'))}</p></form></section>`;
}
