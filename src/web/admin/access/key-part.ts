import { type ApiKey, endsSoon, hasEnded, keyDays, longestKeyName, scopes } from '#domain/records/api-key.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { button, choose, hidden, line, type Problems } from '../fields.ts';
import { type Place, reach, reachTold } from '../reach.ts';
import { day } from '../said.ts';
import type { Member } from '../visit.ts';

/** The keys there are, each with what it opens, until when, and when it last served. */
export function keyPart(visit: Member, all: readonly ApiKey[], places: readonly Place[], here: string): Html {
  const { say } = visit;
  if (all.length === 0) return html`<h2>${say('access.key.title')}</h2><p>${say('access.key.none')}</p>`;
  return html`<h2>${say('access.key.title')}</h2><ul class="given">${joined(all.map((one) => item(one, places, visit, here)))}</ul>`;
}

function item(key: ApiKey, places: readonly Place[], visit: Member, here: string): Html {
  const { id, name, end, scopes: its, consultations, createdAt, usedOn } = key;
  const { say, token } = visit;
  const made = say('access.key.made-on', { day: day(createdAt, visit) });
  const used =
    usedOn === undefined
      ? say('access.key.never')
      : say('access.key.used-on', { day: day(`${usedOn}T12:00:00.000Z`, visit, 'UTC') });
  return html`<li><h3>${name}</h3><p>${its.map((scope) => say(`access.scope.${keyOf(scope)}`)).join(' · ')}</p>
<p>${say('admin.reach.in', { where: reachTold(consultations, places, visit) })}</p>
${lasting(key, visit)}
<p class="quiet">${say('access.key.end', { end })} ${made} ${used}</p>
<div class="ways"><form method="post" action="${here}/cles/${id}/retrait" class="inline">${hidden('jeton', token)}${button(say('access.key.remove', { name }), 'grave')}</form></div></li>`;
}

/** Until when a key serves, with a warning before. */
function lasting(key: ApiKey, visit: Member): Html {
  const { say, now } = visit;
  if (key.until === undefined) return html`<p>${say('access.key.endless')}</p>`;
  const date = day(`${key.until}T12:00:00.000Z`, visit, 'UTC');
  if (hasEnded(key, now)) return html`<p class="problem">${say('access.key.ended', { day: date })}</p>`;
  return endsSoon(key, now)
    ? html`<p class="problem">${say('access.key.ends-soon', { day: date })}</p>`
    : html`<p>${say('access.key.ends', { day: date })}</p>`;
}

/** Where something new may be opened to another program, what was sent, and what is wrong with it. */
export interface NewAccess {
  readonly places: readonly Place[];
  readonly mayAll: boolean;
  readonly form: Form | undefined;
  readonly problems: Problems;
}

/** The form that makes one. */
export function newKey({ places, mayAll, form, problems }: NewAccess, visit: Member, here: string): Html {
  const { say, token, now } = visit;
  const usual = new Date(Date.parse(now) + keyDays.usual * 86_400_000).toISOString().slice(0, 10);
  const where = reach(
    {
      ...{ name: 'consultations', label: say('access.key.where'), places, mayAll, form },
      problem: problems.consultations,
    },
    visit,
  );
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
${where}
${line({ name: 'until', type: 'date', label: say('access.key.until'), hint: say('access.key.until-hint'), value: form?.one('until') || usual, problem: problems.until })}
<p>${button(say('access.key.make'))}</p></form></section>`;
}

const keyOf = (scope: string): string => scope.replace(':', '-');
