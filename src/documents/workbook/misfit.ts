import type { SheetProblem } from '../tables/sheets/sheet.ts';
import type { DraftCell } from './draft.ts';

/** What is wrong with a spreadsheet before its content is looked at: its words stand under `table-problem`. */
export interface Misfit {
  readonly code:
    | SheetProblem['code']
    /** A column that must be there is not. */
    | 'no-column'
    /** None of a catalogue's sheets. */
    | 'no-sheet'
    /** A row leaves out what it is about. */
    | 'no-key'
    /** A row is about something that is on no other sheet. */
    | 'unknown-key';
  readonly cell?: Partial<DraftCell>;
  readonly value?: string;
}
