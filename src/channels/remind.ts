import { isHalfway } from '#dialogs/place/halfway.ts';
import type { Consultation } from '../domain/consultation/consultation.ts';
import type { Reference } from '../domain/records/records.ts';
import { type AfarParts, tell } from './private-posts/post-afar.ts';
import { inWorld, nobody } from './turns/in-world.ts';
import type { Surroundings } from './turns/surroundings.ts';

/** Reminds those who stopped half-way in a consultation. */
export type Remind = (consultation: Consultation) => Promise<Reminding>;

interface Reminding {
  /** How many are reminded. */
  readonly n: number;
  /** Resolves once each was told, or could not be. */
  readonly told: Promise<void>;
}

/** Each is reminded at most once in two days, even when a stop cuts the round short: it is noted before it is said. */
export function createRemind(surroundings: Surroundings, parts: AfarParts): Remind {
  const { store } = surroundings;
  return async (consultation) => {
    const reminded: Reference[] = [];
    for await (const { record } of store.changes('reference', 0)) {
      if (record?.consultation !== consultation.id || record.group || record.stopped) continue;
      if (await noted(record, consultation, surroundings)) reminded.push(record);
    }
    return { n: reminded.length, told: tellAll(reminded, consultation, parts) };
  };
}

async function tellAll(reminded: readonly Reference[], consultation: Consultation, parts: AfarParts) {
  for (const reference of reminded)
    await tell(reference, consultation, { label: 'notice', about: 'reminder' }, parts);
}

/** Whether the person is to be reminded now: then it is written down. */
async function noted(
  { participant }: Reference,
  consultation: Consultation,
  surroundings: Surroundings,
): Promise<boolean> {
  const { store } = surroundings;
  const person = participant === undefined ? undefined : await store.load('participant', participant);
  if (person === undefined) return false;
  const isDue = await inWorld(consultation, nobody, surroundings, (world) => isHalfway(person, world));
  if (!isDue) return false;
  const saved = await store.save('participant', { ...person, remindedAt: surroundings.now() });
  // Otherwise they are answering at this very moment.
  return saved.outcome === 'saved';
}
