import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { publishedQuotes } from '#application/texts/quotes.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Store } from '#store/store.ts';
import { mountAdmin } from '#web/admin/mount.ts';
import type { Organisation } from '#web/admin/organisation/organisation.ts';
import { createReadBearer } from '#web/api/bearer.ts';
import type { Hooks } from '#web/api/hooks/hooks.ts';
import { mountApi } from '#web/api/mount-api.ts';
import { routesOf } from '#web/api/routes/routes.ts';
import { mountDirectLine } from '#web/direct-line/mount.ts';
import { basePathOf, serveUnder } from '#web/http/base-path.ts';
import { createClientAddress } from '#web/http/client-address.ts';
import { type Checks, mountHealth } from '#web/http/health.ts';
import { createOriginCheck } from '#web/http/own-origin.ts';
import { createRefuse } from '#web/http/refuse.ts';
import { createServer } from '#web/http/server.ts';
import { mountCatalogue } from '#web/public/catalogue/mount.ts';
import { mountPages } from '#web/public/chat/mount.ts';
import { mountEmbed } from '#web/public/embed.ts';
import { mountLegal } from '#web/public/legal/mount.ts';
import { createExpired } from '#web/public/personal/expired.ts';
import { createMyData, mountMyData } from '#web/public/personal/my-data.ts';
import { createMyScenario, mountMyScenario } from '#web/public/personal/my-scenario.ts';
import { createGroupResults, mountGroupResults } from '#web/public/results/mount-group.ts';
import { wordingOf } from '#wording/wording.ts';
import { bundlePage } from './bundle.ts';
import { mountMessages } from './messages.ts';

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
  /** The proxies that are believed about whom a request came from. */
  readonly trustedProxies: readonly string[];
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
  const setting = { frameAncestors, ...(publicUrl !== undefined && { publicUrl }) };
  const server = createServer({ log, refuse, ...setting });
  const base = publicUrl === undefined ? '' : basePathOf(publicUrl);
  serveUnder(server, base);
  mountHealth(server, ready);
  const addressOf = createClientAddress(parts.trustedProxies);
  mountMessages(server, { cloud, refuse, log, addressOf });
  mountDirectLine(server, directLine, { addressOf, ...(publicUrl !== undefined && { publicUrl }) });
  const expired = createExpired(phrases, refuse);
  mountMyData(server, { myData: createMyData(store, dataLinks), expired });
  // A draft is nobody's business yet.
  const consultation = async (code: string) => {
    const found = await store.load('consultation', code);
    return found?.draft ? undefined : found;
  };
  // Once it listens: a start need not wait for it.
  const assets = once(server.server, 'listening').then(() => bundlePage(base));
  const told = (its: Consultation, language: string) =>
    wordingOf({ consultation: its, language }, { catalogues, phrases });
  const { address, adminKey, isInTeams, hooks } = parts;
  const shown = { ...phrases, consultation, assets, wordingOf: told, publicUrl: address };
  mountMyScenario(server, {
    myScenario: createMyScenario({ assistant, store, catalogues, phrases }),
    expired,
    assets,
  });
  mountPages(server, { ...phrases, ...setting, consultation, defaultCode, assets });
  mountEmbed(server, phrases);
  mountGroupResults(server, {
    ...shown,
    now: application.now,
    documents,
    results: createGroupResults({ assistant, catalogues }),
    quotesOf: (its) => publishedQuotes(application, its),
    logoOf: (code) => store.load('logo', code),
  });
  mountLegal(server, { ...shown, defaultCode });
  const drawn = (its: Consultation, language: string) => assistant.views.of(its, language, 'directline');
  mountAdmin(server, {
    ...{
      application,
      assistant,
      phrases,
      documents,
      assets,
      viewOf: told,
      drawn,
      defaultCode,
      isInTeams,
      log,
    },
    ...{ addressOf, isOurs: createOriginCheck(publicUrl) },
    ...{ hooks, readAddress: hooks.readAddress, publicUrl: address, key: adminKey },
    ...(parts.organisation && { organisation: parts.organisation }),
  });
  const routes = routesOf({
    ...{ application, assistant, store, catalogues, phrases, documents, viewOf: told },
    ...{ model: defaultCode, publicUrl: address },
  });
  const readBearer = createReadBearer(application, facilitatorKey);
  mountApi(server, { ...phrases, routes, readBearer, now: application.now, publicUrl: address, addressOf });
  mountCatalogue(server, { ...phrases, catalogues: catalogues.all, assets });
  return server;
}
