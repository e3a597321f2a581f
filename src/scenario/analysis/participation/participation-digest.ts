import { z } from 'zod';
import { Device } from '#domain/participant/device.ts';
import { type HeldProgress, hold, type ParticipationCounts } from './participation-counts.ts';

/** What is held of one person's progress, as JSON: see `HeldProgress`. */
const ParticipationDigest = z.tuple([
  z.iso.date().describe('started on'),
  z.array(z.string()).describe('roles'),
  z.string().nullable().describe('kind of territory'),
  z
    .string()
    .regex(/^[ubd]*$/)
    .describe('states'),
  z
    .string()
    .regex(/^[-askx]*$/)
    .describe('marks'),
  z.int().nullable().describe('minute'),
  z.record(z.string(), z.int()).describe('replies that were not understood'),
  Device.nullable().describe('on what they began'),
]);
type ParticipationDigest = z.infer<typeof ParticipationDigest>;

/** Nothing of whoever is not counted. */
export function participationDigest(state: ParticipationCounts, id: string): ParticipationDigest | undefined {
  const held = state.people.get(id);
  if (held === undefined) return undefined;
  const { startedOn, roles, territory = null, device = null, states, marks, minute = null, unclear } = held;
  return [startedOn, [...roles], territory, states, marks, minute, { ...unclear }, device];
}

/** Counts somebody as the digest says; false when it is none of these counts'. */
export function restoreParticipation(state: ParticipationCounts, id: string, digest: unknown): boolean {
  const read = ParticipationDigest.safeParse(digest).data;
  if (read === undefined) return false;
  const [startedOn, roles, territory, states, marks, minute, unclear, device] = read;
  if (states.length !== state.domains.size || marks.length !== state.items.length) return false;
  const held: HeldProgress = {
    ...{ startedOn, roles, states, marks, unclear },
    ...(territory !== null && { territory }),
    ...(minute !== null && { minute }),
    ...(device !== null && { device }),
  };
  hold(state, id, held);
  return true;
}
