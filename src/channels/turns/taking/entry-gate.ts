import { accessTo } from '#application/entry/use-codes.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import { Submit } from '#domain/conversation/submit.ts';
import { entryCodeIn } from '#domain/entry/entry-code.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Surroundings, TurnInput } from '../surroundings.ts';
import { createCodeGuesses } from './code-guesses.ts';

/**
 * Lets in whoever was given a code, where only they may answer. Which code somebody showed is held in memory alone, until they
 * agree: then it is used up, before anything of them is kept.
 */
export interface EntryGate {
  /** What happened, once a code in it was looked up. */
  look(person: Participant, input: TurnInput): Promise<Event>;
  isAdmitted(person: Participant, consultation: Consultation): boolean;
  /** Uses the code up for somebody who agrees now; false: somebody else did meanwhile, or it was taken back. */
  use(person: Participant, consultation: Consultation): Promise<boolean>;
  /** Nothing is held of somebody any more: they are in, or went. */
  drop(id: string): void;
}

interface Shown {
  readonly code: string;
  readonly isUsed: boolean;
}

export function createEntryGate({ store, keys, now, memory }: Surroundings): EntryGate {
  const shown = new BoundedMap<Shown>(10_000);
  const guesses = createCodeGuesses('entry', memory, () => Date.parse(now()));
  const codes = accessTo(store);
  const isAdmitted = (person: Participant, { entry }: Consultation) =>
    entry === undefined || person.consent !== undefined || shown.get(person.id) !== undefined;
  return {
    isAdmitted,
    async look(person, { event, consultation, caller }) {
      if (isAdmitted(person, consultation)) return event;
      const sent = sentIn(event);
      if (sent === undefined) return event;
      const code = entryCodeIn(sent);
      // What is typed may be anything else; what is sent by the form is meant as a code.
      if (code === undefined) return event.kind === 'submit' ? came({ outcome: 'unlike' }) : event;
      const id = keys.entryCode(consultation.id, code);
      const outcome = await lookUp(id, consultation.id, caller);
      if (outcome.outcome === 'admitted') shown.put(person.id, { code: id, isUsed: false });
      return came(outcome);
    },
    async use(person, consultation) {
      if (consultation.entry === undefined) return true;
      const its = shown.get(person.id);
      if (its?.isUsed) return true;
      const isTheirs = its !== undefined && (await codes.use(consultation.id, its.code));
      // A save that has to be tried again finds the way open.
      if (its !== undefined && isTheirs) shown.put(person.id, { ...its, isUsed: true });
      else shown.drop(person.id);
      return isTheirs;
    },
    drop: (id) => shown.drop(id),
  };

  async function lookUp(id: string, consultation: string, caller: string): Promise<EntryOutcome> {
    const seconds = await guesses.wait(caller);
    if (seconds > 0) return { outcome: 'later', minutes: Math.ceil(seconds / 60) };
    if (await codes.isFree(consultation, id)) return { outcome: 'admitted' };
    await guesses.wrong(caller);
    return { outcome: 'refused' };
  }
}

type EntryOutcome = Extract<Event, { kind: 'entry-code' }>['came'];

const came = (outcome: EntryOutcome): Event => ({ kind: 'entry-code', came: outcome });

/** What somebody typed, or sent by the form; nothing when they did something else. */
function sentIn(event: Event): string | undefined {
  if (event.kind === 'text') return event.text;
  if (event.kind !== 'submit') return undefined;
  const { data } = Submit.safeParse(event.value);
  return data?.act === 'entry-code' ? (data.code ?? '') : undefined;
}
