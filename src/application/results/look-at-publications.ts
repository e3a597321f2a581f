import type { Consultation } from '#domain/consultation/consultation.ts';
import { publicationDue, withPlan } from '#domain/consultation/publication.ts';
import { allOf } from '#store/all-of.ts';
import { program } from '../actor.ts';
import type { Application } from '../parts.ts';
import { publishResult } from './publish-result.ts';

export interface LookParts {
  readonly application: Pick<Application, 'store' | 'audit' | 'now' | 'groupOf' | 'textsOf' | 'post'>;
  /** Aborts when the program stops: what is left is published by the next look. */
  readonly stopping: AbortSignal;
  readonly failed: (error: unknown) => void;
}

/**
 * Looks once at every consultation, and publishes what the program is to publish by itself. What is due is told by the record, so
 * that a stop loses nothing and nothing is published twice.
 */
export async function lookAtPublications({ application, stopping, failed }: LookParts): Promise<void> {
  const { store, now } = application;
  const isDue = (its: Consultation) => publicationDue(its, now()) !== undefined;
  for (const its of await allOf(store, 'consultation', isDue)) {
    if (stopping.aborted) return;
    // One that cannot be published now keeps no other from it; it is tried again at the next look.
    await publishDue(its, application).catch(failed);
  }
}

async function publishDue({ id: code }: Consultation, application: LookParts['application']): Promise<void> {
  const { store, now } = application;
  const { outcome } = await publishResult(application, program, { code });
  // Too few people so far: it is published once there is something to publish.
  if (outcome !== 'unchanged') return;
  // What stands was published already: the wish is fulfilled.
  await store.update('consultation', code, (its) =>
    its && publicationDue(its, now()) === 'planned' ? withPlan(its, undefined) : its,
  );
}
