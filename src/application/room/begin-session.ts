import { randomBytes } from 'node:crypto';
import { isOver } from '#domain/consultation/consultation.ts';
import { isRunning, type LiveSession } from '#domain/room/live-session.ts';
import { allOf } from '#store/all-of.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

export type SessionOutcome = { readonly outcome: 'done'; readonly session: LiveSession } | Unfit | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>;

/** Begins a session in a room, or goes on with the one that is there; `unfit`: a draft, put away, or its answers are erased. */
export async function beginSession(
  { store, audit, now, inTurn }: Parts,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<SessionOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (its.draft || isOver(its)) return unfit;
    const isOn = (one: LiveSession) => one.consultation === code && isRunning(one);
    const [running] = await allOf(store, 'live-session', isOn);
    if (running !== undefined) return { outcome: 'done', session: running };
    const session: LiveSession = {
      ...{ schema: 1, id: `${code}-${randomBytes(6).toString('hex')}`, version: 0 },
      ...{ consultation: code, startedAt: now(), secret: randomBytes(32).toString('base64url') },
      ...{ rounds: [], notes: [] },
    };
    await store.save('live-session', session);
    await audit.write(actor, { action: 'room-begun', consultation: code });
    return { outcome: 'done', session };
  });
}
