/** Counts of people by row and column, with their margins; the sums must hold. `cells[row][column]`. */
export interface CountTable<Cell = number> {
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: readonly Cell[];
  readonly columns: readonly Cell[];
  readonly total: Cell;
}
