import { monthsLater } from '#domain/consultation/local-day.ts';
import { without } from '#domain/consultation/without.ts';
import { allOf } from '#store/all-of.ts';
import type { Application } from '../parts.ts';
import { erasePeople } from './erase-people.ts';

export type FinishParts = Pick<Application, 'store' | 'now' | 'forgetPeople'>;

/**
 * Carries out an erasure that has begun, what was set aside as damaged included, and notes when it was done.
 * Throws ErasureUnfinished while something is left that may be of its people; what can be erased is, and asking again goes on.
 */
export async function finishErasure(parts: FinishParts, code: string, stopping: AbortSignal): Promise<void> {
  const { store, now } = parts;
  // A start goes on with what is stopped.
  if ((await erasePeople(parts, code, stopping)) === 'stopped') return;
  // The mark took them from the record; in the backups they go here, by a start as well.
  await store.forget('consultation', code, (its) =>
    its.quotes || its.posting || its.mailing ? without(its, 'quotes', 'posting', 'mailing') : its,
  );
  await store.erase('entry-codes', code);
  const left = await store.eraseLeftovers(code, await longestKept(parts));
  if (left > 0) throw new ErasureUnfinished(code, left);
  await store.update('consultation', code, (its) =>
    its?.erasure === undefined || its.erasure.doneAt !== undefined
      ? undefined
      : { ...its, erasure: { ...its.erasure, doneAt: now() } },
  );
}

/** What was set aside before this moment, whosever it is, is older than any consultation keeps answers. */
async function longestKept({ store, now }: FinishParts): Promise<string> {
  const months = (await allOf(store, 'consultation')).map(({ retentionMonths }) => retentionMonths);
  const day = monthsLater(now().slice(0, 10), -Math.max(0, ...months));
  return `${day}T00:00:00.000Z`;
}

/** Something is there of which nobody can tell whether it is of people whose time is over. For the operator. */
class ErasureUnfinished extends Error {
  override readonly name = 'ErasureUnfinished';

  constructor(code: string, left: number) {
    super(
      `${left} documents that cannot be read, or wait in quarantine/, may be of people of ${code}: its erasure is not done. ` +
        'Give them back to the account of the server, or delete them; it is tried again every hour.',
    );
  }
}
