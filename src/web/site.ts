import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { ApplicationParts } from '#application/parts.ts';
import type { Assistant } from '../channels/assistant.ts';
import type { DocumentQueue } from '../documents/queue/document-queue.ts';
import type { Catalogues } from '../domain/catalogue/catalogues.ts';
import type { Consultation } from '../domain/consultation/consultation.ts';
import type { Phrases } from '../domain/conversation/phrases.ts';
import type { Store } from '../store/store.ts';
import { wordingOf } from '../wording/wording.ts';
import { mountAdmin } from './admin/mount.ts';
import type { Organisation } from './admin/organisation/organisation.ts';
import { createPublishedQuotes } from './admin/publish/published-quotes.ts';
import type { Hooks } from './api/hooks/hooks.ts';
import { bundlePage } from './bundle.ts';
import { mountDirectLine } from './direct-line/mount.ts';
import { type Checks, mountHealth } from './http/health.ts';
import { createRefuse } from './http/refuse.ts';
import { createServer } from './http/server.ts';
import { mountMessages } from './messages.ts';
import { mountCatalogue } from './public/catalogue/mount.ts';
import { mountPages } from './public/chat/mount.ts';
import { mountEmbed } from './public/embed.ts';
import { mountLegal } from './public/legal/mount.ts';
import { createExpired } from './public/personal/expired.ts';
import { createMyData, mountMyData } from './public/personal/my-data.ts';
import { createMyScenario, mountMyScenario } from './public/personal/my-scenario.ts';
import { createGroupResults, mountGroupResults } from './public/results/mount-group.ts';

export interface SiteParts {
  readonly application: ApplicationParts;
  readonly assistant: Assistant;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  /** Prints what is downloaded. */
  readonly documents: DocumentQueue;
  readonly log: Logger;
  /** Where people reach the server, when that is not as their requests say. */
  readonly publicUrl?: string;
  readonly frameAncestors: readonly string[];
  readonly facilitatorKey: string;
  /** Addresses of other programs that are told of what happens. */
  readonly hooks: Hooks;
  readonly defaultCode: string;
  /** Where people reach the program, without a final slash; known once it listens. */
  readonly address: () => string;
  /** Signs the sessions of the facilitator's space. */
  readonly adminKey: KeyObject;
  /** A new one-time invitation to facilitate a consultation in the chat. */
  readonly issue: (code: string) => string;
  /** Whether the assistant is in Teams. */
  readonly isInTeams: boolean;
  /** Whose accounts open the facilitator's space as well. */
  readonly organisation?: Organisation;
  readonly ready: Checks;
}

/** Everything that is served over HTTP, on a server that does not listen yet. */
export function createSite(parts: SiteParts): Server {
  const {
    assistant,
    store,
    catalogues,
    phrases,
    documents,
    log,
    frameAncestors,
    facilitatorKey,
    defaultCode,
    ready,
    publicUrl,
  } = parts;
  const { directLine, cloud, dataLinks } = assistant;
  const refuse = createRefuse(phrases);
  const server = createServer({ log, refuse, frameAncestors });
  mountHealth(server, ready);
  mountMessages(server, { cloud, refuse, log });
  mountDirectLine(server, directLine, publicUrl === undefined ? {} : { publicUrl });
  const expired = createExpired(phrases, refuse);
  mountMyData(server, { myData: createMyData(store, dataLinks), expired });
  // A draft is nobody's business yet.
  const consultation = async (code: string) => {
    const found = await store.load('consultation', code);
    return found?.draft ? undefined : found;
  };
  const assets = bundlePage();
  const told = (its: Consultation, language: string) =>
    wordingOf({ consultation: its, language }, { catalogues, phrases });
  const { address, adminKey, issue, isInTeams } = parts;
  const shown = { ...phrases, consultation, assets, wordingOf: told, publicUrl: address };
  mountMyScenario(server, {
    myScenario: createMyScenario({ assistant, store, catalogues, phrases }),
    expired,
    assets,
  });
  mountPages(server, { ...phrases, consultation, defaultCode, assets, frameAncestors });
  mountEmbed(server, phrases);
  const quotes = createPublishedQuotes(store, assistant.texts);
  mountGroupResults(server, {
    ...shown,
    documents,
    results: createGroupResults({ assistant, catalogues }),
    quotesOf: quotes.published,
  });
  mountLegal(server, { ...shown, defaultCode });
  mountAdmin(server, {
    ...{
      application: parts.application,
      assistant,
      store,
      catalogues,
      phrases,
      documents,
      assets,
      defaultCode,
      facilitatorKey,
      issue,
      isInTeams,
    },
    quotes,
    hooks: parts.hooks,
    publicUrl: address,
    key: adminKey,
    log,
    ...(parts.organisation && { organisation: parts.organisation }),
  });
  mountCatalogue(server, { ...phrases, catalogues: catalogues.all, assets });
  return server;
}
