import { resumeCodeIn } from '#channels/resume-code.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Surroundings, TurnInput } from '../surroundings.ts';
import type { CodeGuesses } from './code-guesses.ts';
import { leaving } from './linked-records.ts';

/** Whose turn it is, and what happened in it. */
interface TakenUp {
  /** The id of the person who goes on: the one who writes or, by a resume code, the one who began elsewhere. */
  readonly id: string;
  readonly event: Event;
}

/** Days that a code works after the person last spoke: as long as a browser is known again by its last token. */
const codeLivesDays = 90;

/**
 * Takes up, once, the place that a resume code leads to. Whoever tried too many wrong ones is not looked after for a
 * while; a long code is looked up all the same, for nobody finds one by trying, and a neighbour's tries keep nobody out.
 */
export async function takeUp(
  id: string,
  { key, event, consultation, caller }: TurnInput,
  guesses: CodeGuesses,
  { store, keys, now }: Surroundings,
): Promise<TakenUp> {
  const typed = event.kind === 'text' ? resumeCodeIn(event.text) : undefined;
  if (typed === undefined) return { id, event };
  const said = (came: CodeOutcome) => ({ id, event: { kind: 'resume-code' as const, came } });
  const seconds = await guesses.wait(caller);
  const later = () => said({ outcome: 'later', minutes: Math.ceil(seconds / 60) });
  if (seconds > 0 && typed.isShort) return later();
  const link = await store.load('link', keys.resumeCode(typed.code));
  const other = link && (await store.load('participant', link.participant));
  const since = new Date(Date.parse(now()) - codeLivesDays * 86_400_000).toISOString();
  if (
    link === undefined ||
    other === undefined ||
    other.consultation !== consultation.id ||
    other.updatedAt < since
  ) {
    if (seconds > 0) return later();
    await guesses.wrong(caller);
    return said({ outcome: 'unknown' });
  }
  if (other.id === id) return said({ outcome: 'resumed' });
  const own = await store.load('participant', id);
  if (own !== undefined && Object.keys(own.answers).length > 0) return said({ outcome: 'busy' });
  // Of two who use it at once, one saves first.
  const claimed = await store.save('link', link);
  if (claimed.outcome !== 'saved') return said({ outcome: 'unknown' });
  await store.update('link', key, () => ({ schema: 1, id: key, version: 0, participant: other.id }));
  await store.update('participant', other.id, (person) => person && handedOver(person, key, link.id));
  await store.erase('link', link.id);
  if (own !== undefined) await store.erase('participant', own.id);
  return { ...said({ outcome: 'resumed' }), id: other.id };
}

type CodeOutcome = Extract<Event, { kind: 'resume-code' }>['came'];

/** The person with one more device, without the code that led there, and with those to tell of it. */
function handedOver({ resumeCode: _, ...person }: Participant, device: string, code: string): Participant {
  const others = person.traces.filter(({ kind, id }) => kind !== 'last-consultation' && id !== code);
  const untold = [person.id, ...others.map(({ id }) => id)].filter((id) => id !== device);
  const traces = person.traces.filter(({ id }) => id !== code);
  return leaving({ ...person, traces, untold }, { kind: 'link', id: device });
}
