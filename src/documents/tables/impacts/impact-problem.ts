import type { SheetProblem } from '../sheets/sheet.ts';

/** What may be wrong with a file of cross-impacts. */
type ImpactCode =
  /** The file itself is not read. */
  | SheetProblem['code']
  /** A row or column of a direction that the catalogue does not know. */
  | 'unknown-orientation'
  /** A direction has no row, or no column. */
  | 'missing-orientation'
  /** A direction has two rows, or two columns. */
  | 'repeated-orientation'
  /** Not a whole number from -3 to 3. */
  | 'not-a-judgement'
  /** A judgement between two directions of one domain. */
  | 'same-domain'
  /** Something stands to the right of the last column. */
  | 'outside';

/** Where it is wrong, counted from 1 as a spreadsheet does, and what stands there. */
export interface ImpactProblem {
  readonly row: number;
  /** Of a workbook. */
  readonly sheet?: string;
  readonly column?: number;
  readonly code: ImpactCode;
  readonly value?: string;
}
