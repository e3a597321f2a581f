/** Where the keys of an installation are kept, once for all its nodes. */
export interface KeyPlace {
  /** What it is called to the operator. */
  readonly name: string;
  /** What is kept there; where there is nothing, what `make` gives is kept first. `make` gives nothing where none may be made. */
  obtain(make: () => Promise<string | undefined>): Promise<string | undefined>;
}
