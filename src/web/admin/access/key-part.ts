import { type ApiKey, longestKeyName, scopes } from '#domain/records/api-key.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { button, choose, hidden, line, type Problems } from '../fields.ts';
import { day } from '../said.ts';
import type { Member } from '../visit.ts';

/** The keys there are, each with what it opens and when it last served. */
export function keyPart(visit: Member, all: readonly ApiKey[], here: string): Html {
  const { say } = visit;
  if (all.length === 0) return html`<h2>${say('access.key.title')}</h2><p>${say('access.key.none')}</p>`;
  return html`<h2>${say('access.key.title')}</h2><ul class="given">${joined(all.map((one) => item(one, visit, here)))}</ul>`;
}

function item({ id, name, end, scopes: its, createdAt, usedOn }: ApiKey, visit: Member, here: string): Html {
  const { say, token } = visit;
  const made = say('access.key.made-on', { day: day(createdAt, visit) });
  const used =
    usedOn === undefined
      ? say('access.key.never')
      : say('access.key.used-on', { day: day(`${usedOn}T12:00:00.000Z`, visit, 'UTC') });
  return html`<li><h3>${name}</h3><p>${its.map((scope) => say(`access.scope.${keyOf(scope)}`)).join(' · ')}</p>
<p class="quiet">${say('access.key.end', { end })} ${made} ${used}</p>
<div class="ways"><form method="post" action="${here}/cles/${id}/retrait" class="inline">${hidden('jeton', token)}${button(say('access.key.remove', { name }), 'grave')}</form></div></li>`;
}

/** The form that makes one. */
export function newKey(
  { say, token }: Member,
  here: string,
  form: Form | undefined,
  problems: Problems,
): Html {
  return html`<section><h3>${say('access.key.new')}</h3><form method="post" action="${here}/cles">${hidden('jeton', token)}
${line({ name: 'name', label: say('access.key.name'), hint: say('access.key.name-hint'), value: form?.one('name') ?? '', most: longestKeyName, problem: problems.name })}
${choose({
  name: 'scopes',
  kind: 'checkbox',
  label: say('access.key.opens'),
  values: form?.all('scopes') ?? [],
  choices: scopes.map((value) => ({
    value,
    label: say(`access.scope.${keyOf(value)}`),
    hint: value,
  })),
  problem: problems.scopes,
})}
<p>${button(say('access.key.make'))}</p></form></section>`;
}

const keyOf = (scope: string): string => scope.replace(':', '-');
