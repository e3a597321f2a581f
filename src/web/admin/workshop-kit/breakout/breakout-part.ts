import { isOver } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import { breakoutBounds } from '#domain/results/breakout-table.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { LivePart } from '#web/http/streams.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { button, choose, hidden, line } from '../../fields.ts';
import { livePart } from '../../live-streams.ts';
import { moment } from '../../said.ts';
import type { Member } from '../../visit.ts';
import type { SeenTable } from './seen-tables.ts';

interface Breakout {
  readonly visit: Member;
  /** Its catalogue holds the domains in use alone. */
  readonly view: Wording;
  readonly tables: readonly SeenTable[];
  readonly addressOf: (key: string) => string;
}

/** Where the tables on phones are called from, under a consultation's workshop kit. */
export const breakoutPath = (code: string): string => `/animation/c/${code}/materiel/telephones`;

/** Whoever may write may hand out the addresses with which tables write. */
const mayLead = ({ role }: Member, { consultation }: Wording): boolean =>
  allows(role, 'facilitator') && !consultation.draft && !isOver(consultation);

/** The tables that note their scenario on a phone of theirs: those that are open, live, and the way to open some. */
export function breakoutPart(
  given: Breakout & { readonly problem?: string | undefined; readonly count?: string },
): Html {
  const { visit, view, tables, problem, count = '4' } = given;
  const { say, token } = visit;
  const code = view.consultation.id;
  const lead = mayLead(visit, view);
  const { domains } = view.catalogue;
  const works =
    domains.length < 2
      ? ''
      : choose({
          ...{ name: 'domaines', kind: 'checkbox', label: say('breakout.kit.domains') },
          values: domains.map(({ id }) => id),
          choices: domains.map(({ id }) => ({ value: id, label: domainTitle(view, id) })),
        });
  const form = html`<form method="post" action="${breakoutPath(code)}">${hidden('jeton', token)}
${line({ name: 'count', label: say('breakout.kit.count'), type: 'number', value: count, ...(problem !== undefined && { problem }) })}${works}
${button(say('breakout.kit.open'))}</form>`;
  const isOpen = tables.length === 0 || problem !== undefined;
  const more = html`<details class="panel"${isOpen ? html` open` : ''}><summary>${say(tables.length === 0 ? 'breakout.kit.open' : 'breakout.kit.more')}</summary>${form}</details>`;
  const open = tables.some(({ state }) => state !== 'closed');
  const ways = html`<p class="ways"><a class="way" href="/animation/c/${code}/salle/tables?lang=${visit.language}">${say('breakout.kit.project')}</a></p>
<ul class="papers"><li><a href="${breakoutPath(code)}/feuilles.pdf" download>${say('breakout.kit.print')}</a></li></ul>`;
  return html`<section id="telephones"><h2>${say('breakout.kit.title')}</h2>
<p>${say('breakout.kit.lead')}</p>
${tables.length === 0 ? '' : html`<p class="refresh" data-live="${say('breakout.kit.live')}"><a href="/animation/c/${code}/materiel#telephones">${say('breakout.kit.refresh')}</a></p>`}
${{ html: breakoutLive(given).markup }}
${lead && open ? ways : ''}${lead ? more : ''}</section>`;
}

/** What changes of it, and its print. */
export function breakoutLive(given: Breakout): LivePart {
  const { visit, view, tables } = given;
  const { say, language } = visit;
  const open = tables.filter(({ state }) => state !== 'closed').length;
  const done = tables.filter(({ state }) => state === 'done').length;
  const headline =
    tables.length === 0 ? say('breakout.kit.none') : say('breakout.kit.headline', { open, done });
  const rows = tables.map((one) => row(one, given));
  const inside = html`<p id="live-count" role="status">${headline}</p>
<div id="live-rest">${rows.length === 0 ? '' : html`<ul class="tables">${joined(rows)}</ul>`}</div>`;
  return livePart(inside, language, `${breakoutPath(view.consultation.id)}/flux`);
}

function row({ table, state, people, kept, savedAt }: SeenTable, { visit, view, addressOf }: Breakout): Html {
  const { say, token } = visit;
  const { id: key, name, domains } = table;
  const { id: code, timeZone } = view.consultation;
  const looks = { waiting: 'draft', writing: 'open', done: 'open', closed: 'closed' } as const;
  const badge = html`<span class="phase ${looks[state]}">${say(`breakout.kit.state.${state}`)}</span>`;
  const works =
    domains === undefined ? say('breakout.kit.all') : domains.map((id) => domainTitle(view, id)).join(', ');
  const facts = state === 'waiting' ? '' : html`<p>${say('breakout.kit.facts', { people, kept })}</p>`;
  const seen =
    savedAt === undefined
      ? ''
      : html`<p class="quiet">${say('breakout.kit.seen', { moment: moment(savedAt, visit, timeZone) })}</p>`;
  const address = addressOf(key);
  const door = html`<p><a href="${address}">${address.replace(/^https?:\/\//, '')}</a></p>`;
  const act = (what: 'close' | 'reopen' | 'withdraw') =>
    html`<form method="post" action="${breakoutPath(code)}/${key}">${hidden('jeton', token)}${hidden('acte', what)}<button type="submit" class="beside" id="${what}-${key}">${say(`breakout.kit.${what}`, { table: name })}</button></form>`;
  const result =
    table.result === undefined || savedAt === undefined
      ? ''
      : html`<p><a href="/animation/c/${code}/materiel/tables/${table.result.id}">${say('breakout.kit.result', { table: name })}</a></p>`;
  const acts = html`${state === 'closed' ? '' : door}${result}${act(state === 'closed' ? 'reopen' : 'close')}${state === 'waiting' ? act('withdraw') : ''}`;
  return html`<li class="panel"><h3>${name} ${badge}</h3><p class="quiet">${works}</p>${facts}${seen}${mayLead(visit, view) ? acts : ''}</li>`;
}

/** What is wrong with the number of tables asked for. */
export const openProblem = (code: 'count' | 'full', { say }: Member): string =>
  say(`breakout.kit.problem.${code}`, {
    most: code === 'count' ? breakoutBounds.atOnce : breakoutBounds.inAll,
  });
