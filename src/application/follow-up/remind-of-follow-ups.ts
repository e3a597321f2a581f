import type { Consultation } from '#domain/consultation/consultation.ts';
import { endOf } from '#domain/consultation/end-of.ts';
import { followUpDue } from '#domain/consultation/follow-up/follow-up-due.ts';
import { allOf } from '#store/all-of.ts';
import { program } from '../actor.ts';
import type { Application } from '../parts.ts';
import { tellOwed } from '../tell-owed.ts';

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

async function remind({ id }: Consultation, parts: LookParts['application']): Promise<void> {
  const { now, askFollowUp } = parts;
  await tellOwed(parts, program, id, {
    what: 'follow-up',
    due: (its) => (followUpDue(its, now()) ? endOf(its) : undefined),
    tell: askFollowUp,
    entry: { action: 'follow-up-reminded', facts: {} },
    after: (its) => ({ ...its, followUpRemindedAt: now() }),
  });
}
