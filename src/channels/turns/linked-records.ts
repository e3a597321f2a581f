import { linkedRecordsKept, type Participant } from '#domain/participant/participant.ts';
import type { Surroundings, TurnInput } from './surroundings.ts';

/** A new resume code leads here before the person reads it. */
export async function linkResumeCode(
  before: Participant,
  after: Participant,
  { store, keys }: Surroundings,
): Promise<Participant> {
  const { resumeCode } = after;
  if (resumeCode === undefined || resumeCode === before.resumeCode) return after;
  const id = keys.resumeCode(resumeCode);
  await store.save('link', { schema: 1, id, version: 0, participant: after.id });
  return leaving(after, { kind: 'link', id });
}

/** Once they agreed, the way to reach them and where they are is among their linked records. */
export function reachable(person: Participant, { reference, lastConsultation }: TurnInput): Participant {
  if (person.consent === undefined) return person;
  const reached = reference === undefined ? person : leaving(person, { kind: 'reference', id: reference });
  return lastConsultation === undefined
    ? reached
    : leaving(reached, { kind: 'last-consultation', id: lastConsultation });
}

/** The person with one more linked record, so that it is erased with them. */
export function leaving(person: Participant, record: Participant['traces'][number]): Participant {
  if (person.traces.some(({ id }) => id === record.id)) return person;
  return { ...person, traces: [...person.traces, record] };
}

/** Everything kept of a person: answers, the ways that lead to them, where they can be reached. */
export async function eraseAll({ id, traces }: Participant, { store }: Surroundings) {
  for (const { kind, id: linked } of traces) await store.erase(kind, linked);
  await store.erase('participant', id);
}

/** Beyond the most a person may leave, the oldest ways lead nowhere any more: no record is left that nothing erases. */
export async function withinBound(person: Participant, { store }: Surroundings): Promise<Participant> {
  const dropped = person.traces.slice(0, -linkedRecordsKept);
  for (const { kind, id } of dropped) await store.erase(kind, id);
  return dropped.length === 0 ? person : { ...person, traces: person.traces.slice(-linkedRecordsKept) };
}
