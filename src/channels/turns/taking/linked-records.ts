import { forgetReferences } from '#application/retention/forget-references.ts';
import { forgetTexts } from '#application/texts/forget-texts.ts';
import { linkedRecordsKept, type Participant } from '#domain/participant/participant.ts';
import { textsBy } from '#projections/free-texts.ts';
import type { Surroundings, TurnInput } from '../surroundings.ts';
import { forgetMember } from './forget-member.ts';
import { forgetProposals } from './proposals.ts';

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
export const reachable = (person: Participant, input: TurnInput): Participant =>
  person.consent === undefined ? person : reachedFrom(person, input);

function reachedFrom(person: Participant, { reference, lastConsultation }: TurnInput): Participant {
  const reached = reference === undefined ? person : leaving(person, { kind: 'reference', id: reference });
  return lastConsultation === undefined
    ? reached
    : leaving(reached, { kind: 'last-consultation', id: lastConsultation });
}

/** A resume code that was given in vain, for the turn was taken anew, leads nowhere. */
export async function unlinkResumeCode(
  before: Participant,
  { resumeCode }: Participant,
  { store, keys }: Surroundings,
): Promise<void> {
  if (resumeCode === undefined || resumeCode === before.resumeCode) return;
  await store.erase('link', keys.resumeCode(resumeCode));
}

/** The person with one more linked record, so that it is erased with them. */
export function leaving(person: Participant, record: Participant['traces'][number]): Participant {
  if (person.traces.some(({ id }) => id === record.id)) return person;
  return { ...person, traces: [...person.traces, record] };
}

/**
 * Everything kept of a person: answers, what was decided of their texts, the ways that lead to them, where they can be reached,
 * as a member of channels or as somebody who facilitates too; of somebody who never agreed, how to reach them here.
 */
export async function eraseAll(person: Participant, input: TurnInput, surroundings: Surroundings) {
  const { store, texts } = surroundings;
  const { id, traces } = reachedFrom(person, input);
  const theirs = new Set(textsBy(id, person).map((text) => text.id));
  await forgetTexts({ store, textsOf: texts.of }, person.consultation, theirs);
  await forgetProposals(person, store);
  const of = (...kinds: readonly string[]) =>
    traces.flatMap((trace) => (kinds.includes(trace.kind) ? trace.id : []));
  await forgetReferences(store, new Set(of('reference')));
  await forgetMember(new Set([id, input.key, ...of('link')]), person.consultation, surroundings);
  for (const { kind, id: linked } of traces) await store.erase(kind, linked);
  await store.erase('participant', id);
}

/** Beyond the most a person may leave, the oldest ways lead nowhere any more: no record is left that nothing erases. */
export async function withinBound(person: Participant, { store }: Surroundings): Promise<Participant> {
  const dropped = person.traces.slice(0, -linkedRecordsKept);
  for (const { kind, id } of dropped) await store.erase(kind, id);
  return dropped.length === 0 ? person : { ...person, traces: person.traces.slice(-linkedRecordsKept) };
}
