import { once } from 'node:events';
import type { Server } from 'restify';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { mountAdmin } from '#web/admin/mount.ts';
import { createSpaceRefusal } from '#web/admin/refusal-in-space.ts';
import { createReadBearer } from '#web/api/bearer.ts';
import { mountApi } from '#web/api/mount-api.ts';
import { routesOf } from '#web/api/routes/routes.ts';
import { mountDirectLine } from '#web/direct-line/mount.ts';
import { basePathOf, serveUnder } from '#web/http/base-path.ts';
import { mountHealth } from '#web/http/health.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { createLimits } from '#web/http/rate.ts';
import { createRefuse } from '#web/http/refuse.ts';
import { createOriginCheck } from '#web/http/request/own-origin.ts';
import { createServer } from '#web/http/server.ts';
import { createDrawReplies } from '#web/public/chat/preview.ts';
import { createTrialPage } from '#web/public/chat/trial-page.ts';
import { wordingOf } from '#wording/wording.ts';
import { bundlePage } from './bundle.ts';
import { mountMessages } from './messages.ts';
import { mountPublicPages } from './public-pages.ts';
import type { SiteParts } from './site-parts.ts';

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
  const { application, directLine, cloud } = assistant;
  const base = publicUrl === undefined ? '' : basePathOf(publicUrl);
  let dressed: Addresses | undefined;
  const spaceParts = { ...phrases, addresses: () => dressed, now: application.now };
  const refuse = createRefuse(phrases, () => dressed ?? { base }, createSpaceRefusal(spaceParts));
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
    dressed = bundled.addresses;
    return bundled;
  });
  const told = (its: Consultation, language: string) =>
    wordingOf({ consultation: its, language }, { catalogues, phrases });
  const { address, adminKey, isInTeams, hooks } = parts;
  mountPublicPages(server, {
    ...{ ...parts, setting, consultation, assets, limit, refuse, wordingOf: told },
    isOurs: createOriginCheck(publicUrl),
  });
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
  return server;
}
