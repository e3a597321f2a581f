import type { Delivery, Hook, HookEvent } from '#domain/records/hook.ts';

/** The addresses of other programs that are told of what happens, as the space knows them. */
export interface HookRegistry {
  /** The oldest first. */
  all(): Promise<readonly Hook[]>;
  /** A new one, with the secret that signs what it is sent: the only time it is told. */
  make(address: string, signals: readonly HookEvent[]): Promise<NewHook>;
  /** The one that was removed, if there was one. */
  remove(id: string): Promise<Hook | undefined>;
  /** Sends a message that says nothing. */
  test(id: string): Promise<Hook | undefined>;
  /** What was sent to one, the latest first. */
  deliveries(id: string): Promise<readonly Delivery[]>;
}

export interface NewHook {
  readonly hook: Hook;
  readonly secret: string;
}

/** What is wrong with an address that somebody wishes to be told at. */
export type AddressProblem = 'no-address' | 'not-secure' | 'private' | 'unknown-host' | 'known';

/** Reads an address as somebody wrote it, and looks where its name leads. */
export type ReadAddress = (
  text: string,
) => Promise<{ readonly address: string } | { readonly why: AddressProblem }>;
