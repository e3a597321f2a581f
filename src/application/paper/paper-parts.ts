import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import type { SheetProblem } from '#domain/paper/judge-sheet.ts';
import type { Application } from '../parts.ts';

export type PaperParts = Pick<Application, 'store' | 'catalogues' | 'audit' | 'now' | 'inTurn' | 'textsOf'>;

/** A sheet that cannot be kept as it is. */
export interface InvalidSheet {
  readonly outcome: 'invalid';
  readonly problems: readonly SheetProblem[];
}

/** What sheets of a consultation are about. */
export const printedOf = (its: Consultation, { catalogues }: Pick<PaperParts, 'catalogues'>): Catalogue =>
  inDomains(its, catalogues.of(its));

/**
 * Sheets come in while people may answer, and no longer: the final result counts everybody once. What comes back late waits for an
 * owner to reopen.
 */
export const takesSheets = (its: Consultation, { now }: Pick<PaperParts, 'now'>): boolean =>
  its.erasure === undefined && isOpen(its, now());
