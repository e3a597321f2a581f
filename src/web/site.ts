import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Assistant } from '#channels/assistant.ts';
import type { Catalogues } from '#domain/catalogues.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Store } from '#store/store.ts';
import { mountCatalogue } from './catalogue/mount.ts';
import { mountDirectLine } from './direct-line/mount.ts';
import { createExpired } from './expired.ts';
import { type Checks, mountHealth } from './health.ts';
import { mountLegal } from './legal/mount.ts';
import { mountMessages } from './messages.ts';
import { mountMyData } from './my-data.ts';
import { bundlePage } from './page/bundle.ts';
import { mountPages } from './page/mount.ts';
import { mountPublish } from './publish.ts';
import { createRefuse } from './refuse.ts';
import { createGroupResults, createMyScenario } from './results/compose.ts';
import { mountGroupResults } from './results/mount-group.ts';
import { mountMyScenario } from './results/my-scenario.ts';
import { createServer } from './server.ts';

export interface SiteParts {
  readonly assistant: Assistant;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly log: Logger;
  /** Where people reach the server, when that is not as their requests say. */
  readonly publicUrl?: string;
  readonly frameAncestors: readonly string[];
  readonly facilitatorKey: string;
  readonly defaultCode: string;
  readonly ready: Checks;
}

/** Everything that is served over HTTP, on a server that does not listen yet. */
export function createSite(parts: SiteParts): Server {
  const {
    assistant,
    store,
    catalogues,
    phrases,
    log,
    frameAncestors,
    facilitatorKey,
    defaultCode,
    ready,
    publicUrl,
  } = parts;
  const { directLine, cloud, publish, dataLinks } = assistant;
  const refuse = createRefuse(phrases);
  const server = createServer({ log, refuse, frameAncestors });
  mountHealth(server, ready);
  mountMessages(server, { cloud, refuse, log });
  mountDirectLine(server, directLine, publicUrl === undefined ? {} : { publicUrl });
  mountPublish(server, { publish, facilitatorKey, refuse });
  const expired = createExpired(phrases, refuse);
  mountMyData(server, { myData, expired });
  const consultation = (code: string) => store.load('consultation', code);
  const view = (its: Consultation, language: string) => assistant.views.of(its, language, 'directline');
  const assets = bundlePage();
  mountMyScenario(server, {
    myScenario: createMyScenario({ assistant, store, catalogues, phrases }),
    expired,
    assets,
  });
  mountPages(server, { ...phrases, consultation, defaultCode, assets });
  mountGroupResults(server, {
    ...phrases,
    consultation,
    assets,
    results: createGroupResults({ assistant, catalogues }),
    view,
  });
  mountLegal(server, { ...phrases, consultation, defaultCode, assets, view });
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
