import { compile } from '#documents/workbook/compile.ts';
import { orientationsIn, trajectoryIdOf, withProposal } from '#documents/workbook/edit/proposal.ts';
import { sheetsOf, tablesOf } from '#documents/workbook/edit/sheets.ts';
import type { Tables } from '#documents/workbook/table.ts';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Proposal } from '#domain/proposal/proposal.ts';
import type { TownSheets } from '#domain/records/town-catalogue.ts';
import { asNext, type CatalogueParts, presentTables } from '../catalogue/catalogue-parts.ts';

interface Wanted {
  readonly proposal: Proposal;
  readonly orientation: string;
}

/** The catalogue of a consultation with a trajectory that somebody proposed; `catalogue`: it would not be a right one. */
export function takeUp(parts: CatalogueParts, its: Consultation, { proposal, orientation }: Wanted) {
  const { catalogues } = parts.application;
  const present = presentTables(parts, its);
  if (!orientationsIn(present, proposal.domain).includes(orientation)) return { why: 'orientation' } as const;
  const example = (language: string) => parts.phrases.say(language)('proposal.example');
  const added = (tables: Tables) => withProposal(tables, { proposal, orientation, example });
  // A working copy may have lost the direction since: whoever saves it is told.
  const into = (draft: TownSheets) => sheetsOf(added(tablesOf(draft)));
  const held = catalogues.find(its.catalogue);
  const isThere = held !== undefined && trajectoryOf(held, trajectoryIdOf(proposal)) !== undefined;
  const tables = added(asNext(present, its, catalogues));
  const from = its.catalogue;
  if (isThere) return { from, sheets: sheetsOf(tables), into };
  const compiled = compile(tables, catalogues.packs);
  if (!('catalogue' in compiled)) return { why: 'catalogue' } as const;
  return { from, sheets: sheetsOf(tables), catalogue: compiled.catalogue, into };
}
