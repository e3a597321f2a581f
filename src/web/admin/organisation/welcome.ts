import { createHmac, type KeyObject } from 'node:crypto';
import { enterByOrganisation, refuseEntry } from '#application/team/enter.ts';
import type { Account } from '#domain/records/account.ts';
import type { AdminOptions } from '../options.ts';
import { admission } from './admission.ts';
import { derivedKey } from './derived-key.ts';
import type { Obstacle } from './obstacle.ts';
import type { Organisation } from './organisation.ts';
import type { Person } from './person.ts';
import type { Returned } from './provider.ts';

interface WelcomeParts extends Pick<AdminOptions, 'application' | 'key'> {
  readonly organisation: Organisation;
}

/** The account of somebody who comes back from their organisation, theirs from the first time on; or what stands in the way. */
export function createWelcome(parts: WelcomeParts): (
  returned: Returned,
  /** Hears why nobody came. */
  tell: (why: string) => void,
) => Promise<Account | Obstacle> {
  const { organisation, application } = parts;
  const key = derivedKey(parts.key, 'identity');
  const refuse = async (cause: Obstacle) => {
    await refuseEntry(application);
    return cause;
  };
  return async (returned, tell) => {
    if (returned.outcome !== 'known') {
      tell(returned.why);
      return returned.outcome === 'failed' ? refuse('failed') : returned.outcome;
    }
    const { person } = returned;
    const admitted = admission(organisation, person);
    if (admitted.outcome !== 'admitted') return refuse(admitted.outcome);
    const identity = identityOf(person, key);
    return enterByOrganisation(application, { identity, name: person.name, role: admitted.role });
  };
}

/** The same at each entry, whatever becomes of the address or the name. */
const identityOf = ({ issuer, subject }: Person, key: KeyObject): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url');
