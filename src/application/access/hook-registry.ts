import type { Delivery, Hook, HookEvent } from '#domain/records/hook.ts';
import type { Actor } from '../actor.ts';
import { mayManage } from './reach.ts';

/** The addresses of other programs that are told of what happens, as the space knows them. */
export interface HookRegistry {
  /** The oldest first. */
  all(): Promise<readonly Hook[]>;
  /** A new one, told of those consultations alone where some are named, with the secret that signs what it is sent: the only time it is told. */
  make(address: string, signals: readonly HookEvent[], consultations?: readonly string[]): Promise<NewHook>;
  /** The one that was removed, if there was one. */
  remove(id: string): Promise<Hook | undefined>;
  /** Sends a message that says nothing. */
  test(id: string): Promise<Hook | undefined>;
  /** What was sent to one, the latest first. */
  deliveries(id: string): Promise<readonly Delivery[]>;
}

/** The addresses that are whoever acts's to see. */
export const hooksOf = async (hooks: HookRegistry, actor: Actor): Promise<readonly Hook[]> =>
  (await hooks.all()).filter((one) => mayManage(actor, one));

/** One of them; nothing: it is not there, or not for them. */
export const hookOf = async (hooks: HookRegistry, actor: Actor, id: string): Promise<Hook | undefined> =>
  (await hooksOf(hooks, actor)).find((one) => one.id === id);

export interface HookWish {
  readonly address: string;
  readonly signals: readonly HookEvent[];
  /** Codes of the consultations of which it is told; absent: all, those to come included. */
  readonly consultations?: readonly string[] | undefined;
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
