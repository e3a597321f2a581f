import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Retention, type WarningDays, warningDue } from '#domain/consultation/retention/retention.ts';
import { allOf } from '#store/all-of.ts';
import { program } from '../actor.ts';
import type { Application } from '../parts.ts';
import { tellOwed } from '../tell-owed.ts';
import { beginErasure } from './begin-erasure.ts';
import { finishErasure } from './finish-erasure.ts';
import { dueRetention } from './retention-of.ts';

/** Looks once at every consultation: goes on with erasures, begins those whose time has come, and warns of those to come. */
export async function lookAtRetention(parts: LookParts): Promise<void> {
  const { application, stopping, failed } = parts;
  for (const its of await allOf(application.store, 'consultation')) {
    if (stopping.aborted) return;
    // One that cannot be erased now keeps no other from it; it is tried again at the next look.
    await lookAt(its, parts).catch(failed);
  }
}

export interface LookParts {
  readonly application: Application;
  /** Aborts when the program stops: what has begun goes on at the next start. */
  readonly stopping: AbortSignal;
  readonly failed: (error: unknown) => void;
}

async function lookAt(its: Consultation, { application, stopping }: LookParts): Promise<void> {
  const { now, audit } = application;
  const { id: code, erasure } = its;
  if (erasure !== undefined) {
    if (erasure.doneAt === undefined) await finishErasure(application, code, stopping);
    return;
  }
  const retention = await dueRetention(application, its);
  if (retention === undefined) return;
  if (retention.eraseAt <= now()) {
    if ((await beginErasure(application, code)) === undefined) return;
    await audit.write(program, { action: 'answers-erased-in-time', consultation: code });
    return finishErasure(application, code, stopping);
  }
  const days = warningDue(retention, its.warned, now());
  if (days !== undefined) await warn(its, { ...retention, days }, application);
}

interface Warning extends Retention {
  readonly days: WarningDays;
}

async function warn(its: Consultation, warning: Warning, parts: Application): Promise<void> {
  const { eraseOn, eraseAt, days } = warning;
  const isDue = (one: Consultation) => one.erasure === undefined && !isGiven(one, warning);
  await tellOwed(parts, program, its.id, {
    what: 'erasure',
    due: (one) => (isDue(one) ? `${eraseOn} ${days}` : undefined),
    tell: (one, told) => parts.warn(one, eraseAt, told),
    entry: { action: 'erasure-announced', facts: { name: eraseOn } },
    after: (one) => (isDue(one) ? { ...one, warned: { eraseOn, days } } : one),
  });
}

const isGiven = ({ warned }: Consultation, { eraseOn, days }: Warning): boolean =>
  warned?.eraseOn === eraseOn && warned.days <= days;
