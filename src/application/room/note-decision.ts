import { randomBytes } from 'node:crypto';
import { isOver } from '#domain/consultation/consultation.ts';
import { judgeNote, type RoomProblem, type WrittenNote } from '#domain/room/judge-room.ts';
import { type LiveSession, roomBounds } from '#domain/room/live-session.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

type Parts = Pick<ApplicationParts, 'store' | 'audit'>;

interface NoteWish {
  readonly code: string;
  readonly session: string;
  readonly written: WrittenNote;
}

export type NoteOutcome =
  | { readonly outcome: 'done'; readonly session: LiveSession }
  | { readonly outcome: 'wrong'; readonly problem: RoomProblem }
  | Unfit
  | NotDone;

/** Writes down what the room decided, beside the round that it is at; `unfit`: there are too many, or the consultation is over. */
export async function noteDecision(
  { store, audit }: Parts,
  actor: Actor,
  { code, session: id, written }: NoteWish,
): Promise<NoteOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const judged = judgeNote(written);
  const found = await store.load('live-session', id);
  const its = await store.load('consultation', code);
  if (found?.consultation !== code || its === undefined) return missing;
  if (isOver(its)) return unfit;
  if ('problem' in judged) return { outcome: 'wrong', problem: judged.problem };
  const key = randomBytes(6).toString('hex');
  const saved = await store.update('live-session', id, (session) => {
    if (session === undefined || session.notes.length >= roomBounds.notes) return undefined;
    const { current } = session;
    const note = { id: key, ...(current !== undefined && { round: current }), ...judged.note };
    return { ...session, notes: [...session.notes, note] };
  });
  if (saved.outcome === 'unchanged') return unfit;
  await audit.write(actor, { action: 'room-noted', consultation: code });
  return { outcome: 'done', session: saved.record };
}

/** Takes back what was written down. */
export async function removeDecision(
  { store, audit }: Parts,
  actor: Actor,
  { code, session: id, note }: { readonly code: string; readonly session: string; readonly note: string },
): Promise<{ readonly outcome: 'done'; readonly session: LiveSession } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  if (isOver(its)) return unfit;
  const saved = await store.update('live-session', id, (session) =>
    session?.consultation === code && session.notes.some((one) => one.id === note)
      ? { ...session, notes: session.notes.filter((one) => one.id !== note) }
      : session,
  );
  if (saved.outcome === 'unchanged') return missing;
  await audit.write(actor, { action: 'room-note-removed', consultation: code });
  return { outcome: 'done', session: saved.record };
}
