import { z } from 'zod';
import type { DomainId } from '../catalogue/domains.ts';
import type { Ballot } from '../participant/ballot.ts';

/** The largest number of a sheet, the longest remark in characters, and how many sheets come in one file. */
export const sheetBounds = { number: 99_999, remark: 400, atOnce: 2_000 } as const;

/** The number that tells one paper sheet from another: it stands for nobody. */
export const SheetNumber = z.int().min(1).max(sheetBounds.number);

/** What somebody ticked and wrote on a paper answer sheet. */
export interface Sheet {
  readonly number: number;
  /** Empty: nothing was ticked. */
  readonly roles: readonly string[];
  readonly territory?: string;
  /** By trajectory; what was left empty stands nowhere. */
  readonly stances: Readonly<Record<string, Ballot['stance']>>;
  /** By domain. */
  readonly remarks: Readonly<Partial<Record<DomainId, string>>>;
}

/** A sheet that was entered, without anything that it says. */
export interface KnownSheet {
  readonly number: number;
  /** When it was entered, or last changed. */
  readonly at: string;
}

/** The boxes of a trajectory in their order: the key of each is printed beside it, and typed. */
export const stanceKeys = [
  ['1', -2],
  ['2', -1],
  ['3', 0],
  ['4', 1],
  ['5', 2],
  ['0', 'dont-know'],
] as const satisfies readonly (readonly [key: string, stance: Ballot['stance']])[];

/** The id of the person whom a sheet stands for: the same number of the same consultation is the same sheet. */
export const sheetId = (consultation: string, number: number): string => `paper-${consultation}-${number}`;
