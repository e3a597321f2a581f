import type { Participant } from '#domain/participant/participant.ts';
import type { World } from '../world.ts';
import { progress } from './place.ts';

const hour = 3_600_000;
/** Somebody who answered less than an hour ago has not stopped. */
const stoppedAfter = hour;
/** Between two reminders to the same person. */
const remindedEvery = 48 * hour;

/** Whether a person began, stopped before the end, and may be reminded of it now. */
export function isHalfway(person: Participant, world: World): boolean {
  if (person.consent === undefined || person.unreminded) return false;
  const since = (iso: string) => Date.parse(world.now) - Date.parse(iso);
  if (since(person.updatedAt) < stoppedAfter) return false;
  if (person.remindedAt !== undefined && since(person.remindedAt) < remindedEvery) return false;
  const { domains, next } = progress(person, world);
  return next !== undefined && domains.some(({ done }) => done > 0);
}
