import type { Consultation } from '#domain/consultation/consultation.ts';
import { allOf } from '#store/all-of.ts';
import { program } from '../actor.ts';
import { type GrantParts, sendWished, type WishLetter } from './grant-wishes.ts';

interface LookParts {
  readonly application: GrantParts;
  readonly letter: WishLetter;
  /** Aborts when the program stops: what is left is sent after the next start. */
  readonly stopping: AbortSignal;
  readonly failed: (error: unknown) => void;
}

/** Looks once at every consultation: letters that people asked for and that are still owed are sent. */
export async function sendOwedMail(parts: LookParts): Promise<void> {
  const { application, stopping, failed } = parts;
  for (const its of await allOf(application.store, 'consultation', ({ mailing }) => mailing !== undefined)) {
    if (stopping.aborted) return;
    await sendFor(its, parts).catch(failed);
  }
}

async function sendFor(its: Consultation, { application, letter }: LookParts): Promise<void> {
  const { inTurn, mail } = application;
  const { id: code, mailing = [] } = its;
  if (mail === undefined) return;
  for (const wish of mailing)
    await inTurn(`${code} mail`, () => sendWished(application, program, { code, wish, letter }, mail));
}
