import { type HookRegistry, hooksOf } from '#application/access/hook-registry.ts';
import {
  type Delivery,
  type Hook,
  hookEvents,
  longestHookAddress,
  mostTries,
  type Tried,
} from '#domain/records/hook.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { button, choose, hidden, line } from '../fields.ts';
import { type Place, reach, reachTold } from '../reach.ts';
import { day, moment } from '../said.ts';
import type { Member } from '../visit.ts';
import type { NewAccess } from './key-part.ts';

/** Messages shown of each address, the latest. */
const most = 10;

/** The addresses that are told, each with what became of its last messages. */
export async function hookPart(
  visit: Member,
  hooks: HookRegistry,
  places: readonly Place[],
  here: string,
): Promise<Html> {
  const { say } = visit;
  const all = await hooksOf(hooks, visit.actor);
  const items = await Promise.all(
    all.map(async (hook) => {
      const last = (await hooks.deliveries(hook.id)).slice(0, most);
      return item({ hook, last, where: reachTold(hook.consultations, places, visit) }, visit, here);
    }),
  );
  return html`<h2>${say('access.hook.title')}</h2><p>${say('access.hook.lead')}</p>
${all.length === 0 ? html`<p>${say('access.hook.none')}</p>` : html`<ul class="given">${joined(items)}</ul>`}`;
}

interface ShownHook {
  readonly hook: Hook;
  readonly last: readonly Delivery[];
  /** Of what it is told, in words. */
  readonly where: string;
}

function item({ hook, last, where }: ShownHook, visit: Member, here: string): Html {
  const { say, token, query } = visit;
  const { id, address, createdAt } = hook;
  const form = (way: string) =>
    html`<form method="post" action="${here}/signaux/${id}/${way}" class="inline">${hidden('jeton', token)}`;
  const told = hook.signals.map((signal) => say(`access.signal.${keyOf(signal)}`)).join(' · ');
  const testing = query.get('essai') === id;
  return html`<li id="signal-${id}"><h3>${address}</h3><p>${told}</p><p>${say('admin.reach.in', { where })}</p><p class="quiet">${say('access.hook.since', { day: day(createdAt, visit) })}</p>
${testing ? html`<p class="told" role="status">${say('access.hook.testing')} <a href="${here}#signal-${id}">${say('access.hook.refresh')}</a></p>` : ''}
${last.length === 0 ? html`<p>${say('access.hook.nothing-sent')}</p>` : deliveries(last, address, visit)}
<div class="ways">${form('essai')}${button(say('access.hook.test'), 'beside')}</form> ${form('retrait')}${button(say('access.hook.remove', { name: address }), 'grave')}</form></div></li>`;
}

function deliveries(last: readonly Delivery[], address: string, visit: Member): Html {
  const { say } = visit;
  const table = {
    head: ['at', 'what', 'outcome'].map((key) => say(`access.hook.head.${key}`)),
    rows: last.map((one) => [
      moment(one.at, visit),
      say(`access.signal.${keyOf(one.type)}`),
      outcome(one, visit),
    ]),
  };
  return wideTable(say('access.hook.last', { name: address }), table);
}

/** What became of a message, in words. */
function outcome({ tried, next }: Delivery, visit: Member): string {
  const { say } = visit;
  const last = tried.at(-1);
  if (last === undefined) return say('access.outcome.waiting');
  const came = cameOf(last, visit);
  const n = tried.length;
  if (next !== undefined)
    return say('access.outcome.again', { came, n, most: mostTries, at: moment(next, visit) });
  const arrived = typeof last.came === 'number' && last.came >= 200 && last.came < 300;
  return arrived ? say('access.outcome.arrived', { came, n }) : say('access.outcome.given-up', { came, n });
}

const cameOf = ({ came }: Tried, { say }: Member): string =>
  typeof came === 'number' ? say('access.came.status', { status: `${came}` }) : say(`access.came.${came}`);

/** The form that adds one. */
export function newHook({ places, mayAll, form, problems }: NewAccess, visit: Member, here: string): Html {
  const { say, token } = visit;
  const where = reach(
    {
      ...{ name: 'sources', label: say('access.hook.where'), places, mayAll, form },
      problem: problems.sources,
    },
    visit,
  );
  return html`<section><h3>${say('access.hook.new')}</h3><form method="post" action="${here}/signaux">${hidden('jeton', token)}
${line({ name: 'address', type: 'url', label: say('access.hook.address'), hint: say('access.hook.address-hint'), value: form?.one('address') ?? '', most: longestHookAddress, problem: problems.address })}
${choose({
  name: 'signals',
  kind: 'checkbox',
  label: say('access.hook.signals'),
  values: form?.all('signals') ?? [],
  choices: hookEvents.map((value) => ({ value, label: say(`access.signal.${keyOf(value)}`), hint: value })),
  problem: problems.signals,
})}
${where}
<p>${button(say('access.hook.make'))}</p></form></section>`;
}

const keyOf = (signal: string): string => signal.replace('.', '-');
