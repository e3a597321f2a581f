import type { Logger } from 'pino';
import type { Venue } from '#domain/venue.ts';
import { type AfarParts, tell } from '../post-afar.ts';
import type { Post } from '../publish.ts';
import type { Surroundings } from '../surroundings.ts';
import { createInvite, type Invite } from './invite.ts';
import { createRoster, type Roster } from './roster.ts';
import { createUpkeep } from './upkeep.ts';
import { calm, createVigil, type Rhythm, type Vigil } from './vigil.ts';

/** Consultations in channels and group chats: put there, kept up to date, and taken away. */
export interface Presence {
  readonly invite: Invite;
  readonly roster: Roster;
  /** Brings every channel of a consultation up to date; says in how many the result stands. */
  readonly post: Post;
  /** Begins to follow what changes. */
  start(): void;
  close(): Promise<void>;
}

export interface PresenceParts {
  readonly surroundings: Surroundings;
  readonly afar: AfarParts;
  readonly log: Pick<Logger, 'error'>;
  readonly rhythm?: Rhythm;
}

export function createPresence({ surroundings, afar, log, rhythm = calm }: PresenceParts): Presence {
  const { store, venues, groups } = surroundings;
  const { line, views } = afar;
  const onGone = (venue: Venue) => tellOfLoss(venue, afar);
  const upkeep = createUpkeep({ surroundings, line, views, onGone });
  let vigil: Vigil | undefined;
  return {
    invite: createInvite({ surroundings, line, upkeep }),
    roster: createRoster(surroundings, line, (venue) => upkeep.tend(venue)),
    // What is behind is found at the next look: it is no part of what a publication waits for.
    post: async ({ id }) => ({ reached: (await upkeep.tendAll(id)).standing, behind: 0 }),
    start() {
      const ready = Promise.all([groups.ready, venues.ready]);
      vigil ??= createVigil({ store, venues, ready, upkeep, log, rhythm });
    },
    close: async () => vigil?.close(),
  };
}

/** Tells whoever put a consultation in a channel that nothing more can be posted there, where they can be told. */
async function tellOfLoss({ consultation: code, facilitator }: Venue, afar: AfarParts): Promise<void> {
  const { store } = afar;
  const known = facilitator === undefined ? undefined : await store.load('facilitator', facilitator);
  const reference =
    known?.reference === undefined ? undefined : await store.load('reference', known.reference);
  const consultation = await store.load('consultation', code);
  if (reference === undefined || consultation === undefined || reference.stopped) return;
  await tell(reference, consultation, { label: 'notice', about: 'channel-gone' }, afar);
}
