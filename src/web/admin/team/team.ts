import { createHash, randomBytes } from 'node:crypto';
import { type Account, type AccountRole, longestName } from '#domain/records/account.ts';
import type { SignInLink } from '#domain/records/sign-in-link.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** Who may enter the facilitator's space, and the one-time links by which they do. */
export interface Team {
  all(): Promise<readonly Account[]>;
  find(id: string): Promise<Account | undefined>;
  /** A one-time link's secret, for whom it says; the record holds its hash alone. */
  link(to: SignInLink['to']): Promise<string>;
  /** Whether a link still opens, which leaves it as it is: a messenger that looks at links uses none up. */
  isOpen(secret: string): Promise<boolean>;
  /** Opens a link, once: the account it is for. */
  enter(secret: string, operatorName: string): Promise<Account | undefined>;
  /** Somebody who comes in by their organisation's account, known or new; `identity`: a keyed hash of issuer and person. */
  identified(identity: string, name: string, role: AccountRole): Promise<Account>;
  /** Ends every session of theirs. */
  leave(account: Account): Promise<void>;
  setRole(id: string, role: AccountRole): Promise<'done' | 'last-owner' | 'unknown'>;
  remove(id: string): Promise<'done' | 'last-owner' | 'unknown'>;
  /** Forgets links past their time, and those of earlier starts. */
  tidy(): Promise<void>;
}

const lastsDays = 7;

export function createTeam(store: Store, now: () => string): Team {
  const all = async () =>
    (await allOf(store, 'account')).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const find = (id: string) => store.load('account', id);
  const open = async (secret: string) => {
    const entry = await store.load('sign-in-link', hashed(secret));
    return entry !== undefined && entry.expiresAt > now() ? entry : undefined;
  };
  const made = async (
    name: string,
    role: AccountRole,
    id = randomBytes(9).toString('base64url'),
  ): Promise<Account> => {
    const saved = await store.save('account', {
      schema: 1,
      id,
      version: 0,
      name: name.slice(0, longestName),
      role,
      createdAt: now(),
      sessionsFrom: now(),
    });
    if (saved.outcome === 'saved') return saved.record;
    // Somebody known to their organisation came in twice at once.
    const known = await find(id);
    if (known === undefined) throw new Error('An account could not be made');
    return known;
  };
  const isLastOwner = async (id: string) =>
    (await all()).every((one) => one.role !== 'owner' || one.id === id);
  const change = async (id: string, to: (before: Account) => Partial<Account>): Promise<void> => {
    const before = await find(id);
    if (before === undefined) return;
    const saved = await store.save('account', { ...before, ...to(before) });
    if (saved.outcome === 'conflict') await change(id, to);
  };
  return {
    all,
    find,
    async link(to) {
      const secret = randomBytes(24).toString('base64url');
      const expiresAt = new Date(Date.parse(now()) + lastsDays * 86_400_000).toISOString();
      await store.save('sign-in-link', { schema: 1, id: hashed(secret), version: 0, expiresAt, to });
      return secret;
    },
    isOpen: async (secret) => (await open(secret)) !== undefined,
    async enter(secret, operatorName) {
      const entry = await open(secret);
      // Of two who open it at once, one saves first.
      const taken = entry && (await store.save('sign-in-link', { ...entry, expiresAt: now() }));
      if (entry === undefined || taken?.outcome !== 'saved') return undefined;
      await store.erase('sign-in-link', entry.id);
      const { to } = entry;
      if (to.who === 'new') return made(to.name, to.role);
      if (to.who === 'account') return find(to.account);
      return (await all()).find(({ role }) => role === 'owner') ?? made(operatorName, 'owner');
    },
    identified: async (identity, name, role) => (await find(identity)) ?? made(name, role, identity),
    leave: ({ id }) => change(id, () => ({ sessionsFrom: now() })),
    async setRole(id, role) {
      if ((await find(id)) === undefined) return 'unknown';
      if (role !== 'owner' && (await isLastOwner(id))) return 'last-owner';
      await change(id, () => ({ role }));
      return 'done';
    },
    async remove(id) {
      if ((await find(id)) === undefined) return 'unknown';
      if (await isLastOwner(id)) return 'last-owner';
      await store.erase('account', id);
      return 'done';
    },
    async tidy() {
      for await (const { record } of store.changes('sign-in-link', 0))
        if (record && (record.expiresAt <= now() || record.to.who === 'operator'))
          await store.erase('sign-in-link', record.id);
    },
  };
}

const hashed = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url').slice(0, 43);
