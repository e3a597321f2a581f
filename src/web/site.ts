import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { askForMail, forgetMail } from '#application/mail/ask-for-mail.ts';
import { publishedBeside } from '#application/results/published-beside.ts';
import { publishedQuotes } from '#application/texts/quotes.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { MailLinks } from '#channels/mail/mail-links.ts';
import { firstWords } from '#channels/turns/first-words.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Observer } from '#src/observability/observer.ts';
import { allOf } from '#store/all-of.ts';
import type { SealedTexts } from '#store/shared/sealed-texts.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Store } from '#store/store.ts';
import { mountAdmin } from '#web/admin/mount.ts';
import type { Organisation } from '#web/admin/organisation/organisation.ts';
import { createSpaceRefusal } from '#web/admin/refusal-in-space.ts';
import { createReadBearer } from '#web/api/bearer.ts';
import type { Hooks } from '#web/api/hooks/hooks.ts';
import { mountApi } from '#web/api/mount-api.ts';
import { routesOf } from '#web/api/routes/routes.ts';
import { mountDirectLine } from '#web/direct-line/mount.ts';
import { basePathOf, serveUnder } from '#web/http/base-path.ts';
import { type Checks, mountHealth } from '#web/http/health.ts';
import type { Relay } from '#web/http/nodes/relay.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import type { PageFiles } from '#web/http/pages/document.ts';
import { createLimits } from '#web/http/rate.ts';
import { createRefuse } from '#web/http/refuse.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import { createOriginCheck } from '#web/http/request/own-origin.ts';
import { createServer } from '#web/http/server.ts';
import { mountCatalogue } from '#web/public/catalogue/mount.ts';
import { writtenFor } from '#web/public/catalogue/written-for.ts';
import { mountPages } from '#web/public/chat/mount.ts';
import { createDrawReplies } from '#web/public/chat/preview.ts';
import { createTrialPage } from '#web/public/chat/trial-page.ts';
import { mountEmbed } from '#web/public/embed.ts';
import { mountLegal } from '#web/public/legal/mount.ts';
import { mountMail } from '#web/public/mail/mount-mail.ts';
import { createExpired } from '#web/public/personal/expired.ts';
import { createMyData, mountMyData } from '#web/public/personal/my-data.ts';
import { createMyScenario, mountMyScenario } from '#web/public/personal/my-scenario.ts';
import { createGroupResults, mountGroupResults } from '#web/public/results/mount-group.ts';
import { mountRoom } from '#web/public/room/mount-room.ts';
import { mountCalendar } from '#web/public/share/mount-calendar.ts';
import { mountTable } from '#web/public/table/mount-table.ts';
import { mountTeams } from '#web/public/teams/mount-teams.ts';
import { wordingOf } from '#wording/wording.ts';
import { bundlePage } from './bundle.ts';
import { mountMessages } from './messages.ts';
import { createRoomDoor } from './room-door.ts';
import { createTableDoor } from './table-door.ts';

export interface SiteParts {
  readonly assistant: Assistant;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  /** Prints what is downloaded. */
  readonly memory: SharedMemory;
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
  const base = publicUrl === undefined ? '' : basePathOf(publicUrl);
  let files: PageFiles = { base };
  let dressed: Addresses | undefined;
  const spaceParts = { ...phrases, addresses: () => dressed, now: application.now };
  const refuse = createRefuse(phrases, () => files, createSpaceRefusal(spaceParts));
  const setting = { frameAncestors, ...(publicUrl !== undefined && { publicUrl }) };
  const watch = { observer: parts.observer, trusts: parts.trusts };
  const server = createServer({ log, refuse, watch, ...setting });
  serveUnder(server, base);
  mountHealth(server, ready);
  const { addressOf, relay } = parts;
  const elsewhere = relay === undefined ? {} : { relay };
  const limit = createLimits(parts.memory, () => Date.parse(application.now()));
  mountMessages(server, { cloud, refuse, log, addressOf, ...elsewhere });
  mountDirectLine(server, directLine, {
    addressOf,
    limit,
    ...elsewhere,
    ...(publicUrl !== undefined && { publicUrl }),
  });
  // A draft is nobody's business yet.
  const consultation = async (code: string) => {
    const found = await store.load('consultation', code);
    return found?.draft ? undefined : found;
  };
  // Once it listens: a start need not wait for it.
  const assets = once(server.server, 'listening').then(async () => {
    const bundled = await bundlePage(base);
    files = bundled.addresses;
    dressed = bundled.addresses;
    return bundled;
  });
  const expired = createExpired(phrases, refuse, assets);
  mountMyData(server, { myData: createMyData(store, dataLinks), expired });
  const told = (its: Consultation, language: string) =>
    wordingOf({ consultation: its, language }, { catalogues, phrases });
  const { address, adminKey, isInTeams, hooks } = parts;
  const shown = { ...phrases, consultation, assets, wordingOf: told, publicUrl: address };
  mountMyScenario(server, {
    myScenario: createMyScenario({ assistant, store, catalogues, phrases }),
    expired,
    assets,
  });
  mountPages(server, {
    ...{ ...phrases, ...setting, consultation, defaultCode, assets, address, log },
    isTold: application.mail !== undefined,
    firstWords: (its, language) =>
      isOpen(its, application.now())
        ? () => firstWords(assistant.views.of(its, language, 'directline'))
        : undefined,
  });
  if (application.mail)
    mountMail(server, {
      ...{ ...shown, mail: application.mail, links: parts.mailLinks, addressOf, limit },
      keep: async (asked) => (await askForMail(application, asked)).outcome === 'done',
      forget: (id) => forgetMail(application, id),
      isOurs: createOriginCheck(publicUrl),
    });
  mountCalendar(server, { ...shown, now: application.now });
  mountRoom(server, {
    ...{ ...shown, now: application.now, addressOf, limit, isOurs: createOriginCheck(publicUrl) },
    ...createRoomDoor(assistant),
  });
  mountTable(server, {
    ...{ ...shown, addressOf, limit, isOurs: createOriginCheck(publicUrl) },
    ...createTableDoor(assistant),
  });
  mountEmbed(server, phrases);
  const results = createGroupResults({ assistant, catalogues });
  mountTeams(server, {
    ...{ ...shown, setting, address, now: application.now, results },
    tookIn: async (its) => (await assistant.tallies.participationIn(its)).took,
  });
  mountGroupResults(server, {
    ...shown,
    now: application.now,
    documents,
    results,
    quotesOf: (its) => publishedQuotes(application, its),
    besideOf: (its) => publishedBeside(application, its),
    proposalsOf: ({ id }) => allOf(store, 'proposal', (one) => one.consultation === id),
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
      trialPage: createTrialPage({ ...phrases, assets, publicUrl: address }),
      drawn,
      drawReplies: createDrawReplies(assets, phrases),
      defaultCode,
      isInTeams,
      log,
    },
    ...{ addressOf, limit, isOurs: createOriginCheck(publicUrl), mailLinks: parts.mailLinks },
    sealedTexts: parts.sealedTexts,
    ...{ hooks, readAddress: hooks.readAddress, publicUrl: address, key: adminKey },
    ...(parts.organisation && { organisation: parts.organisation }),
  });
  const routes = routesOf({
    ...{ application, assistant, store, catalogues, phrases, documents, viewOf: told },
    ...{ model: defaultCode, publicUrl: address },
  });
  const readBearer = createReadBearer(application, facilitatorKey);
  mountApi(server, {
    ...{ ...phrases, routes, readBearer, assets, now: application.now, publicUrl: address, addressOf, limit },
  });
  mountCatalogue(server, {
    ...{ ...phrases, catalogues: catalogues.all, assets },
    writtenFor: (id) => writtenFor(id, { store, catalogues }),
  });
  return server;
}
