/** What the first lines of the page (`opening.ts`) began and noted before its script was there. */
interface Early {
  /** The answers to the first requests of a session, in their order; of whoever is new here alone. */
  readonly asked?:
    | { readonly token: Promise<Response>; readonly conversation: Promise<Response> }
    | undefined;
  /** Buttons that were pressed meanwhile, oldest first. */
  readonly pressed: HTMLElement[];
  /** The script is there: nothing more is noted but on the first words, until the assistant says them. */
  leave(): void;
}

declare global {
  interface Window {
    early?: Early;
  }
}

export {};
