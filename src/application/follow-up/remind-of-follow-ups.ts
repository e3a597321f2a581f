import type { Consultation } from '#domain/consultation/consultation.ts';
import { followUpDue } from '#domain/consultation/follow-up/follow-up-due.ts';
import { allOf } from '#store/all-of.ts';
import { program } from '../actor.ts';
import type { Application } from '../parts.ts';

interface LookParts {
  readonly application: Pick<Application, 'store' | 'audit' | 'now' | 'askFollowUp'>;
  /** Aborts when the program stops: who is left is reminded after the next start. */
  readonly stopping: AbortSignal;
  readonly failed: (error: unknown) => void;
}

/** Looks once at every consultation: where people wait for too long to read what was done, those who facilitate are reminded. */
export async function remindOfFollowUps({ application, stopping, failed }: LookParts): Promise<void> {
  const { store, now } = application;
  for (const its of await allOf(store, 'consultation', (one) => followUpDue(one, now()))) {
    if (stopping.aborted) return;
    await remind(its, application).catch(failed);
  }
}

/** Noted before it is said: nobody is reminded twice. */
async function remind({ id }: Consultation, { store, audit, now, askFollowUp }: LookParts['application']) {
  const noted = await store.update('consultation', id, (before) =>
    before !== undefined && followUpDue(before, now()) ? { ...before, followUpRemindedAt: now() } : undefined,
  );
  if (noted.outcome === 'unchanged') return;
  await audit.write(program, { action: 'follow-up-reminded', consultation: id, facts: {} });
  await askFollowUp(noted.record);
}
