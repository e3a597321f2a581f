import { createHash } from 'node:crypto';
import { sayTrouble } from '#documents/workbook/compile.ts';
import { cellsOf } from '#documents/workbook/edit/sheets.ts';
import type { Thing } from '#documents/workbook/edit/thing.ts';
import { lookAgain } from '#web/admin/at-once/conflict-part.ts';
import { alertBox, button, hidden, type Problems, summary } from '#web/admin/fields.ts';
import { tabPage } from '#web/admin/tab-page.ts';
import type { AdminPage, Member } from '#web/admin/visit.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { catalogueAddress } from './catalogue-parts.ts';
import type { Edited } from './edited.ts';
import { fieldName } from './fields-of.ts';
import { fieldsOf, labelOf, titleOf } from './thing-fields.ts';

/** Whose a trajectory is, nobody writes here: it is said anew when an edition is saved. */
export const printOf = (thing: Thing): string =>
  createHash('sha256')
    .update(JSON.stringify(thing, (key, value) => (key === 'source' ? undefined : value)))
    .digest('hex')
    .slice(0, 16);

/** The form of a question, a trajectory, a direction, its judgements, or a domain. */
export function thingPage(edited: Edited, visit: Member): AdminPage {
  const { its, kind, id, seen, isNew, meanwhile, isMoved } = edited;
  const { say, token } = visit;
  const home = catalogueAddress(its.id);
  const problems = problemsOf(edited, visit);
  const title = say(`town-catalogue.thing.${kind}`);
  const here = `${home}/${kind}/${id}`;
  const whose = kind === 'judgements' ? html`<p class="lead">${titleOf(edited.tables, id, visit)}</p>` : '';
  const body = html`<p><a href="${home}">${say('town-catalogue.back')}</a></p>${whose}
${meanwhile === undefined ? '' : conflict(meanwhile, visit)}${isMoved ? lookAgain(visit) : ''}
${summary(problems, say('admin.problems'))}
<form method="post" action="${here}" class="settings">${hidden('jeton', token)}${hidden('vu', seen)}${isNew ? hidden('nouveau', '1') : ''}${hidden('domaine', edited.thing.main[0]?.domain ?? '')}
${joined(fieldsOf(edited, visit, problems), '\n')}
<p class="ways">${button(say('town-catalogue.keep'))}</p></form>
${isNew || kind === 'judgements' || kind === 'domain' ? '' : removal(`${here}/retrait`, seen, visit)}`;
  return {
    ...tabPage('settings', its, visit, body, isNew ? say(`town-catalogue.new.${kind}`) : title),
    ...((meanwhile !== undefined || isMoved) && { status: 409 }),
  };
}

const removal = (at: string, seen: string, { say, token }: Member): Html =>
  html`<form method="post" action="${at}">${hidden('jeton', token)}${hidden('vu', seen)}<p>${button(say('town-catalogue.remove'), 'plain')}</p></form>`;

/** What the other one wrote, so that nothing is lost. */
function conflict(meanwhile: Thing, { say }: Member): Html {
  const words = [...meanwhile.main, ...meanwhile.options, ...meanwhile.said].flatMap((cells) =>
    Object.entries(cells).flatMap(([column, value]) =>
      / \(/.test(column) && value !== '' ? [html`<li>${value}</li>`] : [],
    ),
  );
  const inside = html`<p>${say('town-catalogue.meanwhile.how')}</p><ul>${joined(words)}</ul>`;
  return alertBox(say('town-catalogue.meanwhile.title'), inside);
}

/** What is wrong with this thing, by the name of its field. */
function problemsOf({ tables, thing, troubles }: Edited, { say }: Member): Problems {
  const groups = {
    questions: 'main',
    trajectories: 'main',
    orientations: 'main',
    domains: 'main',
    'cross-impacts': 'main',
    options: 'options',
    said: 'said',
    signals: 'signals',
  } as const;
  const found: Record<string, string> = {};
  for (const trouble of troubles) {
    const { sheet = '', row = 0, column = 'title' } = trouble.cell;
    const table = [...tables.values()].find(({ name }) => name === sheet);
    const cells = table?.rows[row - 2];
    const group = Object.entries(groups).find(([name]) => name === sheet)?.[1];
    if (table === undefined || cells === undefined || group === undefined) continue;
    const its = JSON.stringify(cellsOf(table, cells));
    const index = thing[group].findIndex((one) => JSON.stringify(one) === its);
    if (index < 0) continue;
    const place =
      group === 'said' ? thing.options.findIndex(({ id }) => id === thing.said[index]?.id) : index;
    const told = sayTrouble(trouble, say);
    found[fieldName(group, Math.max(0, place), column)] ??= say('town-catalogue.at', {
      field: labelOf(column, tables, say),
      told,
    });
  }
  return found;
}
