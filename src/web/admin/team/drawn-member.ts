import type { Account } from '#domain/records/account.ts';
import { roleAt } from '#domain/records/grants.ts';
import type { Leaves } from '#domain/records/meet.ts';

/** What somebody may do in one consultation or, without one, in all of them, as the form of it sends it. */
export const roleLeaf = (who: Account, consultation: string | undefined): Leaves =>
  new Map([['role', roleAt(who, consultation) ?? 'none']]);

/** How somebody is called, as the form of it sends it. */
export const nameLeaf = ({ name }: Account): Leaves => new Map([['name', name]]);
