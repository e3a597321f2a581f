import type { Participant } from '#domain/participant/participant.ts';
import { resumeCodeIn } from '../keys.ts';
import { leaving } from './linked-records.ts';
import type { Surroundings, TurnInput } from './surroundings.ts';

/** The person who goes on: the one who writes or, for a resume code of theirs, the one who began elsewhere. */
export async function takeUp(
  person: Participant,
  { key, event, consultation }: TurnInput,
  { store, keys }: Surroundings,
) {
  const code = event.kind === 'text' ? resumeCodeIn(event.text) : undefined;
  if (code === undefined) return { person, event };
  const link = await store.load('link', keys.resumeCode(code));
  const other = link && (await store.load('participant', link.participant));
  if (other === undefined || other.consultation !== consultation.id) return said(person, 'unknown');
  if (other.id === person.id) return said(person, 'resumed');
  if (Object.keys(person.answers).length > 0) return said(person, 'busy');
  await store.save('link', { schema: 1, id: key, version: 0, participant: other.id });
  if (person.version > 0) await store.erase('participant', person.id);
  return said(leaving(other, { kind: 'link', id: key }), 'resumed');
}

const said = (person: Participant, outcome: 'resumed' | 'unknown' | 'busy') => ({
  person,
  event: { kind: 'resume-code' as const, outcome },
});
