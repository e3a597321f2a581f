import { dropTownDraft } from '#application/town-catalogue/drop-town-draft.ts';
import { editTownDraft } from '#application/town-catalogue/edit-town-draft.ts';
import { saveTownEdition } from '#application/town-catalogue/save-town-edition.ts';
import { mediaTypes } from '#documents/export-file.ts';
import { csvOf } from '#documents/tables/csv-of.ts';
import { sheetsOf } from '#documents/workbook/edit/sheets.ts';
import { tableNames } from '#documents/workbook/table.ts';
import type { TownDraft } from '#domain/records/town-catalogue.ts';
import { saysDrawn } from '#web/http/at-once/drawn.ts';
import type { Admin } from '../admin.ts';
import { printedFile } from '../printed-file.ts';
import { type AdminAnswer, refused } from '../visit.ts';
import { beginPart, begun, models } from './begin-part.ts';
import {
  type CatalogueParts,
  catalogueAddress,
  mayChange,
  tablesNow,
  workingCopy,
} from './catalogue-parts.ts';
import { homePage, type ShowHome } from './home-page.ts';
import { mountFile } from './mount-file.ts';
import { mountThings } from './mount-things.ts';
import { previewPage } from './preview-page.ts';

/** `…/catalogue`: what a consultation asks and shows, written in the browser or brought as a file. */
export function mountCatalogueEditor(admin: Admin, parts: CatalogueParts): void {
  const path = '/c/:code/catalogue';
  const { application } = parts;
  const show: ShowHome = async (visit, its, problems) => {
    const copy = await workingCopy(parts, its);
    const now =
      copy === undefined ? { begin: beginPart(await models(parts, its, visit), its, visit) } : { copy };
    const told = problems === undefined ? {} : { refused: problems };
    return homePage({ its, now, mayChange: mayChange(parts, its), ...told }, visit);
  };
  admin.pageOf(path, 'facilitator', (visit, its) => show(visit, its));
  admin.actOf(`${path}/debut`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const tables = begun(form, await models(parts, its, visit), its, application.catalogues);
    if (tables === undefined) return show(visit, its, [visit.say('town-catalogue.begin.gone')]);
    // What somebody else has begun meanwhile stays.
    const change = (before: unknown) => (before === undefined ? sheetsOf(tables) : undefined);
    const { outcome } = await editTownDraft(application, visit.actor, { code: its.id, change });
    return outcome === 'done' || outcome === 'changed' ? home(its.id) : refused(outcome);
  });
  mountFile(admin, parts, show);
  admin.actOf(`${path}/edition`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const copy = await workingCopy(parts, its);
    if (copy === undefined || !('catalogue' in copy.compiled)) return home(its.id);
    if (form.one('vu') !== `${copy.version}`)
      return show(visit, its, [visit.say('town-catalogue.save.moved')]);
    const { version, tables, compiled } = copy;
    const edition = { code: its.id, version, sheets: sheetsOf(tables), catalogue: compiled.catalogue };
    const { outcome } = await saveTownEdition(application, visit.actor, edition);
    if (outcome === 'changed') return show(visit, its, [visit.say('town-catalogue.save.moved')]);
    return outcome === 'done' ? { ...home(its.id), said: 'catalogue-saved' } : refused(outcome);
  });
  admin.actOf(`${path}/abandon`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const { id: code } = its;
    const isExpected = ({ version }: TownDraft) => saysDrawn(form, `${version}`);
    const { outcome } = await dropTownDraft(application, visit.actor, { code, isExpected });
    if (outcome === 'changed') return show(visit, its, [visit.say('conflict.look-again')]);
    return outcome === 'done' || outcome === 'unchanged' ? home(code) : refused(outcome);
  });
  admin.pageOf(`${path}/apercu`, 'facilitator', async (visit, its): Promise<AdminAnswer> => {
    const copy = await workingCopy(parts, its);
    if (copy === undefined || !('catalogue' in copy.compiled)) return home(its.id);
    return previewPage(parts, its, copy.compiled.catalogue, visit);
  });
  mountDownloads(admin, parts, path);
  mountThings(admin, parts, path);
}

const home = (code: string) => ({ kind: 'to', path: catalogueAddress(code) }) as const;

function mountDownloads(admin: Admin, parts: CatalogueParts, path: string): void {
  admin.pageOf(`${path}/classeur.xlsx`, 'facilitator', async (_, its) => {
    const tables = [...(await tablesNow(parts, its)).values()];
    const file = { name: `${its.id}-catalogue.xlsx`, type: mediaTypes.xlsx };
    return printedFile(parts.documents, { kind: 'catalogue', tables }, file);
  });
  admin.pageOf(`${path}/feuille/:sheet`, 'facilitator', async (visit, its): Promise<AdminAnswer> => {
    const name = tableNames.find((one) => one === visit.params.sheet);
    const table = name && (await tablesNow(parts, its)).get(name);
    if (name === undefined || table === undefined) return { kind: 'missing' };
    const bytes = csvOf({ head: table.header, rows: table.rows, language: visit.language });
    return { kind: 'file', name: `${its.id}-${name}.csv`, type: 'text/csv; charset=utf-8', bytes };
  });
}
