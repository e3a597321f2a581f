import type { Logger } from 'pino';
import { carryOverEditions } from '#application/start/carry-over-editions.ts';
import { ensureConsultations, type StandingConsultation } from '#application/start/ensure-consultations.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import type { Content, StartProblem } from './content.ts';
import { takeUpTownEditions } from './town-editions.ts';

interface Parts extends Content {
  readonly store: Store;
  readonly memory: Pick<SharedMemory, 'exclusively'>;
  readonly controller: Config['controller'];
  readonly now: () => string;
  readonly log: Pick<Logger, 'info'>;
}

type Standing = readonly [first: StandingConsultation, ...others: readonly StandingConsultation[]];

/**
 * Takes up what is kept with the content of now, one node at a time: editions that consultations go on with, and the consultations
 * that are there from the start. What keeps it from that is told with its remedy.
 */
export async function takeUp({
  store,
  memory,
  catalogues,
  phrases,
  controller,
  now,
  log,
}: Parts): Promise<{ readonly standing: Standing } | { readonly problems: readonly StartProblem[] }> {
  await takeUpTownEditions(store, catalogues, phrases);
  return memory.exclusively('start', async () => {
    const problems = await carryOverEditions(store, catalogues, (consultation, from, to) =>
      log.info({ consultation, from, to }, 'the catalogue of a consultation has changed'),
    );
    if (problems.length > 0) return { problems };
    const standing = await ensureConsultations(store, { catalogues, phrases, controller, now: now() });
    return { standing };
  });
}
