/** What opinion groups are drawn from: plain data, fit to be sent to a worker thread. */
export interface Ballots {
  /** The packed ballots, row by row, one row a person, one column a trajectory. */
  readonly ballots: Uint16Array<ArrayBuffer>;
  readonly trajectories: readonly string[];
  readonly minGroup: number;
}
