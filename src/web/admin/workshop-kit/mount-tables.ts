import { addWorkshopResult } from '#application/workshop/add-workshop-result.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { tableLeaves } from '#domain/results/table-leaves.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { withinDomains } from '#wording/wording.ts';
import { tableWords } from '#wording/workshop/table-words.ts';
import type { Admin } from '../admin.ts';
import { hasProblems } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused, withProblems } from '../visit.ts';
import { besideTableFields, readTable, sentTable } from './read-table.ts';
import { saveTable } from './save-table.ts';
import { type TableForm, tableForm } from './table-form.ts';

type TableParts = Pick<AdminOptions, 'application' | 'viewOf'>;
type Shown = Pick<TableForm, 'known' | 'filled' | 'met'> & Partial<Pick<TableForm, 'problems'>>;

const path = '/c/:code/materiel';

/** `…/materiel/table`: one more table; `…/materiel/tables/{id}`: one that is there, to be put right. */
export function mountTables(admin: Admin, { application, viewOf }: TableParts): void {
  const { store, audit } = application;
  const view = (visit: Member, its: Consultation) => withinDomains(viewOf(its, visit.language));
  const form = (visit: Member, its: Consultation, { problems = {}, ...shown }: Shown): AdminAnswer => {
    const { say } = visit;
    const body = tableForm({ visit, view: view(visit, its), problems, ...shown });
    const { known, met } = shown;
    const title = known
      ? say('workshop-kit.form.change-title', { table: known.table })
      : say('workshop-kit.form.title');
    const page = withProblems(tabPage('workshop-kit', its, visit, body, title), hasProblems(problems));
    return met ? { ...page, status: 409 } : page;
  };
  const tableIn = async (visit: Member, { id: code, archivedAt }: Consultation) => {
    const found = await store.load('workshop-result', visit.params.table ?? '');
    return archivedAt === undefined && found?.consultation === code ? found : undefined;
  };

  admin.pageOf(`${path}/table`, 'facilitator', async (visit, its) =>
    its.archivedAt === undefined ? form(visit, its, { filled: new Map() }) : { kind: 'missing' },
  );
  admin.actOf(`${path}/table`, 'facilitator', async (visit, its, sent): Promise<AdminAnswer> => {
    const seen = view(visit, its);
    const { domains } = seen.catalogue;
    const read = readTable(sent, domains);
    if (read === undefined) return { kind: 'missing' };
    const added = await addWorkshopResult(application, visit.actor, { code: its.id, ...read });
    if (added.outcome === 'done') return done(its.id, 'table-added');
    if (added.outcome !== 'invalid') return refused(added.outcome);
    const problems = besideTableFields(added.problems, seen);
    return form(visit, its, { filled: sentTable(sent, domains), problems });
  });
  admin.pageOf(`${path}/tables/:table`, 'facilitator', async (visit, its) => {
    const found = await tableIn(visit, its);
    if (found === undefined) return { kind: 'missing' };
    const filled = tableLeaves(found, view(visit, its).catalogue.domains);
    return form(visit, its, { known: { table: found.table, drawn: drawnFrom(filled) }, filled });
  });
  admin.actOf(`${path}/tables/:table`, 'facilitator', async (visit, its, sent): Promise<AdminAnswer> => {
    const found = await tableIn(visit, its);
    if (found === undefined) return { kind: 'missing' };
    const { table, id } = found;
    const seen = view(visit, its);
    const { domains } = seen.catalogue;
    const saved = await saveTable({ visit, code: its.id, id, domains, form: sent }, application);
    switch (saved.outcome) {
      case 'done':
        return done(its.id, 'table-changed');
      case 'conflict': {
        const { conflicts, filled, now } = saved;
        const entries = await audit.read(its.id);
        const by = entries.find(
          ({ action, facts }) => action === 'table-changed' && facts.name === now.get('table'),
        );
        const met = { conflicts, words: tableWords(seen), by, timeZone: its.timeZone };
        return form(visit, its, { known: { table, drawn: drawnFrom(now) }, filled, met });
      }
      case 'invalid': {
        const known = { table, drawn: sent.one(drawnField) };
        const problems = besideTableFields(saved.problems, seen);
        return form(visit, its, { known, filled: sentTable(sent, domains), problems });
      }
      default:
        return refused(saved.outcome);
    }
  });
}

const done = (code: string, said: 'table-added' | 'table-changed'): AdminAnswer => ({
  kind: 'to',
  path: `/animation/c/${code}/materiel#tables`,
  said,
});
