import type { KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Assistant } from '#channels/assistant.ts';
import type { MailLinks } from '#channels/mail/mail-links.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Observer } from '#src/observability/observer.ts';
import type { SealedTexts } from '#store/shared/sealed-texts.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Store } from '#store/store.ts';
import type { Organisation } from '#web/admin/organisation/organisation.ts';
import type { Hooks } from '#web/api/hooks/hooks.ts';
import type { Checks } from '#web/http/health.ts';
import type { Relay } from '#web/http/nodes/relay.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';

/** What the site is made from; each part of it takes what it needs. */
export interface SiteParts {
  readonly assistant: Assistant;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly memory: SharedMemory;
  /** Prints what is downloaded. */
  readonly documents: DocumentQueue;
  readonly log: Logger;
  /** Where people reach the server, when that is not as their requests say. */
  readonly publicUrl?: string;
  readonly addressOf: ClientAddress;
  /** Whether a request was brought by a trusted proxy itself. */
  readonly trusts: (request: IncomingMessage) => boolean;
  /** To the node where a conversation is at home; absent: there is no other. */
  readonly relay?: Relay;
  readonly frameAncestors: readonly string[];
  readonly facilitatorKey: string;
  /** Addresses of other programs that are told of what happens. */
  readonly hooks: Hooks;
  readonly defaultCode: string;
  /** Where people reach the program, without a final slash; known once it listens. */
  readonly address: () => string;
  /** Signs the sessions of the facilitator's space. */
  readonly adminKey: KeyObject;
  /** Links in letters to people who asked for them. */
  readonly mailLinks: MailLinks;
  /** What is kept for a while for whoever has its name. */
  readonly sealedTexts: SealedTexts;
  /** Whether the assistant is in Teams. */
  readonly isInTeams: boolean;
  /** Whose accounts open the facilitator's space as well. */
  readonly organisation?: Organisation;
  readonly ready: Checks;
  readonly observer: Observer;
}
