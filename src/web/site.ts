import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { publishedQuotes } from '#application/texts/quotes.ts';
import type { Assistant } from '../channels/assistant.ts';
import type { DocumentQueue } from '../documents/queue/document-queue.ts';
import type { Catalogues } from '../domain/catalogue/catalogues.ts';
import type { Consultation } from '../domain/consultation/consultation.ts';
import type { Phrases } from '../domain/conversation/phrases.ts';
import type { Store } from '../store/store.ts';
import { mountAdmin } from './admin/mount.ts';
import type { Organisation } from './admin/organisation/organisation.ts';
import { createReadBearer } from './api/bearer.ts';
import { readHookAddress } from './api/hooks/hook-address.ts';
import type { Hooks } from './api/hooks/hooks.ts';
import { mountApi } from './api/mount-api.ts';
import { routesOf } from './api/routes/routes.ts';
import { mountDirectLine } from './direct-line/mount.ts';
import { type Checks, mountHealth } from './http/health.ts';
import { bundlePage } from './http/pages/bundle.ts';
import { createRefuse } from './http/refuse.ts';
import { createServer } from './http/server.ts';
import { mountMessages } from './messages.ts';
import { mountCatalogue } from './public/catalogue/mount.ts';
import { mountPages } from './public/chat/mount.ts';
import { mountEmbed } from './public/embed/mount-embed.ts';
import { createExpired } from './public/expired.ts';
import { mountLegal } from './public/legal/mount.ts';
import { mountMyData } from './public/my-data.ts';
import { createGroupResults, createMyScenario } from './public/results/compose.ts';
import { mountGroupResults } from './public/results/mount-group.ts';
import { mountMyScenario } from './public/results/my-scenario.ts';

export interface SiteParts {
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
  const { application, directLine, cloud, dataLinks } = assistant;
  const refuse = createRefuse(phrases);
  const server = createServer({ log, refuse, frameAncestors });
  mountHealth(server, ready);
  mountMessages(server, { cloud, refuse, log });
  mountDirectLine(server, directLine, publicUrl === undefined ? {} : { publicUrl });
  const expired = createExpired(phrases, refuse);
  mountMyData(server, { myData, expired });
  // A draft is nobody's business yet.
  const consultation = async (code: string) => {
    const found = await store.load('consultation', code);
    return found?.draft ? undefined : found;
  };
  const view = (its: Consultation, language: string) => assistant.views.of(its, language, 'directline');
  const assets = bundlePage();
  mountMyScenario(server, {
    myScenario: createMyScenario({ assistant, store, catalogues, phrases }),
    expired,
    assets,
  });
  mountPages(server, { ...phrases, consultation, defaultCode, assets, frameAncestors });
  mountEmbed(server, phrases);
  mountGroupResults(server, {
    ...phrases,
    consultation,
    assets,
    documents,
    results: createGroupResults({ assistant, catalogues }),
    view,
    quotesOf: (its) => publishedQuotes(application, its),
  });
  mountLegal(server, { ...phrases, consultation, defaultCode, assets, view });
  const { address, adminKey, isInTeams, hooks } = parts;
  mountAdmin(server, {
    ...{ application, assistant, phrases, documents, assets, viewOf: view, defaultCode, isInTeams, log },
    ...{ hooks, readAddress: readHookAddress, publicUrl: address, key: adminKey },
    ...(parts.organisation && { organisation: parts.organisation }),
  });
  const routes = routesOf({
    ...{ application, assistant, store, catalogues, phrases, documents, viewOf: view },
    ...{ model: defaultCode, publicUrl: address },
  });
  const readBearer = createReadBearer(application, facilitatorKey);
  mountApi(server, { ...phrases, routes, readBearer, now: application.now, publicUrl: address });
  mountCatalogue(server, { ...phrases, catalogues: catalogues.all, assets });
  return server;

  async function myData(token: string) {
    const id = dataLinks.read(token);
    const person = id === undefined ? undefined : await store.load('participant', id);
    if (person === undefined) return undefined;
    // What a retry needs is ours, not theirs.
    const { handled: _handled, traces: _traces, ...theirs } = person;
    return { filename: `trajectoires-${person.consultation}.json`, body: theirs };
  }
}
