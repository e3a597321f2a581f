import { randomInt } from 'node:crypto';
import { converse } from '#dialogs/converse.ts';
import type { Turn } from '#dialogs/world.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { Event } from '#domain/event.ts';
import { handledKept, type Participant, tracesKept } from '#domain/participant.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Recognise } from '#domain/reading/reading.ts';
import type { Reply } from '#domain/reply.ts';
import type { Store } from '#store/store.ts';
import { Bounded } from './bounded.ts';
import type { Groups } from './groups.ts';
import { createQueue } from './in-turn.ts';
import { type KeyMaker, newResumeCode, resumeCodeIn } from './keys.ts';

/** What the turn of one person needs of the world outside. */
export interface Surroundings {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly phrases: Phrases;
  readonly recognise: Recognise;
  readonly groups: Groups;
  readonly keys: KeyMaker;
  readonly now: () => string;
}

/** Something a person did, with what the channel knows of them. */
export interface Deed {
  /** Their key in this consultation, as the channel sees them. */
  readonly key: string;
  readonly consultation: Consultation;
  readonly facilitator: boolean;
  readonly activityId: string;
  /** The id under which their conversation can be reached again, on channels that need one. */
  readonly reference?: string;
  /** The language their device asks for. */
  readonly locale?: string;
  readonly event: Event;
}

export interface Outcome {
  readonly participant: Participant;
  readonly replies: readonly Reply[];
  readonly effect?: Turn['effect'];
}

/** Takes one turn: loads, converses, saves; what it returns may be said, for it is durable. */
export function createTurnTaker(surroundings: Surroundings): (deed: Deed) => Promise<Outcome> {
  const inTurn = createQueue();
  // No document is left to remember an erasure by: a channel that brings it again reads the same, and nothing is kept.
  const erasures = new Bounded<Outcome>(1000);
  return async (deed) => {
    const id = await holder(deed.key, surroundings);
    return inTurn(id, async () => {
      const name = `${deed.key} ${deed.activityId}`;
      const before = erasures.get(name);
      if (before !== undefined) return before;
      const outcome = await decide(id, deed, surroundings, 3);
      const { participant, replies, effect } = outcome;
      if (effect === 'erase') {
        const { language } = participant;
        erasures.put(name, { participant: { ...newcomer(id, deed, surroundings), language }, replies });
      }
      return outcome;
    });
  };
}

/** The participant a key stands for: its own, unless a resume code led it to another. */
async function holder(key: string, { store }: Surroundings): Promise<string> {
  return (await store.load('link', key))?.participant ?? key;
}

async function decide(id: string, deed: Deed, surroundings: Surroundings, tries: number): Promise<Outcome> {
  const { store } = surroundings;
  const person = (await store.load('participant', id)) ?? newcomer(id, deed, surroundings);
  const handled = person.handled.find((one) => one.id === deed.activityId);
  if (handled !== undefined) return { participant: person, replies: handled.replies };

  const taken = await takeUp(person, deed, surroundings);
  const turn = await converse(taken.person, taken.event, world(deed, surroundings));
  if (turn.effect === 'erase') {
    await eraseAll(turn.participant, surroundings);
    return turn;
  }
  if (turn.participant.version === 0 && deed.event.kind === 'joined') return turn;
  await surroundings.groups.settled();
  const linked = await linkResumeCode(taken.person, turn.participant, surroundings);
  const participant = reachable(linked, deed);
  const saved = await store.save('participant', remember({ ...turn, participant }, deed, surroundings));
  if (saved.outcome === 'saved') return { ...turn, participant: saved.record };
  if (tries > 1) return decide(id, deed, surroundings, tries - 1);
  throw new Error('The same participant was saved elsewhere three times in a row');
}

function world(
  { consultation, facilitator }: Deed,
  { catalogue, phrases, recognise, groups, now }: Surroundings,
) {
  const time = now();
  return {
    now: time,
    catalogue,
    consultation,
    facilitator,
    words: phrases.words,
    recognise,
    group: () => groups.view(consultation, time),
    newCode: newResumeCode,
  };
}

/** The person who goes on: the one at hand or, for a resume code of theirs, the one who began elsewhere. */
async function takeUp(
  person: Participant,
  { key, event, consultation }: Deed,
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

/** A new resume code leads here before the person reads it. */
async function linkResumeCode(before: Participant, after: Participant, { store, keys }: Surroundings) {
  const { resumeCode } = after;
  if (resumeCode === undefined || resumeCode === before.resumeCode) return after;
  const id = keys.resumeCode(resumeCode);
  await store.save('link', { schema: 1, id, version: 0, participant: after.id });
  return leaving(after, { kind: 'link', id });
}

/** Once they agreed, the way to reach them is among their traces. */
function reachable(person: Participant, { reference }: Deed): Participant {
  if (reference === undefined || person.consent === undefined) return person;
  return leaving(person, { kind: 'reference', id: reference });
}

/** The person with one more trace, so that it is erased with them. */
function leaving(person: Participant, trace: Participant['traces'][number]): Participant {
  if (person.traces.some(({ id }) => id === trace.id)) return person;
  return { ...person, traces: [...person.traces, trace].slice(-tracesKept) };
}

/** Everything kept of a person: answers, the ways that lead to them, where they can be reached. */
async function eraseAll({ id, traces }: Participant, { store }: Surroundings) {
  for (const trace of traces) await store.erase(trace.kind, trace.id);
  await store.erase('participant', id);
}

function remember({ participant, replies }: Turn, { activityId }: Deed, { now }: Surroundings): Participant {
  const handled = [...participant.handled, { id: activityId, replies: [...replies] }].slice(-handledKept);
  return { ...participant, handled, updatedAt: now() };
}

function newcomer(id: string, { consultation, locale }: Deed, { catalogue, now }: Surroundings): Participant {
  const time = now();
  const spoken = locale?.slice(0, 2).toLowerCase();
  return {
    schema: 1,
    id,
    consultation: consultation.id,
    version: 0,
    catalogue: `${catalogue.id}@${catalogue.version}`,
    language: spoken !== undefined && catalogue.languages.includes(spoken) ? spoken : consultation.language,
    traces: [],
    seed: randomInt(2 ** 31),
    answers: {},
    ballots: {},
    tries: 0,
    handled: [],
    startedAt: time,
    updatedAt: time,
  };
}
