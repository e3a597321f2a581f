import { mayTakeCatalogue } from '#application/town-catalogue/edit-town-draft.ts';
import { type Compiled, compile } from '#documents/workbook/compile.ts';
import { tablesOf } from '#documents/workbook/edit/sheets.ts';
import { asEdition, townId } from '#documents/workbook/edit/town.ts';
import { byName, type Tables } from '#documents/workbook/table.ts';
import { toTables } from '#documents/workbook/to-tables.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { AdminOptions } from '../options.ts';

/** What the pages about a consultation's catalogue need. */
export type CatalogueParts = Pick<
  AdminOptions,
  'application' | 'assets' | 'documents' | 'phrases' | 'drawn' | 'drawReplies'
>;

/** The working copy of a consultation's catalogue, looked at whole. */
export interface WorkingCopy extends DraftTables {
  readonly compiled: Compiled;
}

export async function workingCopy(
  parts: CatalogueParts,
  its: Consultation,
): Promise<WorkingCopy | undefined> {
  const draft = await draftTables(parts, its);
  return draft && { ...draft, compiled: compile(draft.tables, parts.application.catalogues.packs) };
}

interface DraftTables {
  readonly version: number;
  readonly tables: Tables;
}

async function draftTables(
  { application: { store, catalogues } }: CatalogueParts,
  its: Consultation,
): Promise<DraftTables | undefined> {
  const draft = await store.load('town-draft', its.id);
  return draft && { version: draft.version, tables: asNext(tablesOf(draft.sheets), its, catalogues) };
}

/** The sheets of the working copy, or of what people are asked now. */
export const tablesNow = async (parts: CatalogueParts, its: Consultation): Promise<Tables> =>
  (await draftTables(parts, its))?.tables ?? presentTables(parts, its);

/** Named after the consultation, one version further each time. */
export function asNext(
  tables: Tables,
  { id: code, catalogue }: Consultation,
  { all: served, find }: Pick<Catalogues, 'all' | 'find'>,
): Tables {
  const id = townId(code);
  const [name, rest = ''] = catalogue.split('@');
  const held = /^1\.0\.(\d{1,3})\+/.exec(rest)?.[1];
  const isOwn = name === id && held !== undefined && !served.some((one) => one.id === id);
  const present = find(catalogue);
  // What somebody proposed stays theirs as long as nobody changes its words.
  const known = present === undefined ? served : [...served, present];
  return asEdition(tables, { id, version: `1.0.${isOwn ? Number(held) + 1 : 0}`, served: known });
}

/** What people are asked now, as sheets. */
export function presentTables({ application: { catalogues } }: CatalogueParts, its: Consultation): Tables {
  return byName(toTables(catalogues.find(its.catalogue) ?? catalogues.all[0]));
}

export const catalogueAddress = (code: string): string => `/animation/c/${code}/catalogue`;

/** Whether it may be changed by somebody here. */
export const mayChange = ({ application }: CatalogueParts, its: Consultation): boolean =>
  mayTakeCatalogue(its, application.now());
