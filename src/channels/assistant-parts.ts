import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { ApplicationParts } from '#application/parts.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Observer } from '#src/observability/observer.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Store } from '#store/store.ts';
import type { Recogniser } from '#understanding/recogniser/recogniser.ts';
import type { Reach } from './bot-framework/authentication/caching-authentication.ts';
import type { Rhythm } from './channel-posts/reconciler.ts';
import type { Invitations } from './invitations.ts';
import type { MailLinks } from './mail/mail-links.ts';
import type { DrawScenario } from './views.ts';

export interface AssistantParts {
  readonly application: ApplicationParts;
  readonly store: Store;
  readonly memory: SharedMemory;
  /** Whether other nodes share the store and that memory. */
  readonly isShared: boolean;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly recogniser: Pick<Recogniser, 'recognise' | 'wake'>;
  readonly invitations: Invitations;
  readonly jobs: JobQueue;
  readonly mailLinks: MailLinks;
  readonly log: Logger;
  /** Where people reach the program, without a final slash; known once it listens. */
  readonly publicUrl: () => string;
  /** A picture of an address, for telephones, as an address of its own; absent: none is shown. */
  readonly pictured?: (address: string) => string;
  /** Absent: no picture of a scenario is shown. */
  readonly drawScenario?: DrawScenario;
  readonly defaultConsultation: string;
  readonly secrets: {
    readonly signing: string;
    readonly pepper: string;
    readonly directLine: string;
    readonly links: KeyObject;
    /** Draws the moments of provisional results. */
    readonly releases: KeyObject;
  };
  /** Whom Bot Framework channels' way in answers. */
  readonly reach: Reach;
  /** Entra object ids of those who facilitate every consultation. */
  readonly facilitators: readonly string[];
  /** How often what stands in channels is looked at. */
  readonly rhythm?: Rhythm;
  /** Absent: nothing is observed. */
  readonly observer?: Observer;
}
