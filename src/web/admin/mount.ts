import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { ApplicationParts } from '#application/parts.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Store } from '#store/store.ts';
import { type Wording, wordingOf } from '#wording/wording.ts';
import type { Hooks } from '../api/hooks/hooks.ts';
import { createKeys } from '../api/keys.ts';
import { mountApi } from '../api/mount-api.ts';
import { routesOf } from '../api/routes/routes.ts';
import type { Assets } from '../http/pages/assets.ts';
import { mountAccess } from './access/mount-access.ts';
import { createAdmin } from './admin.ts';
import { mountAuditLog } from './audit/mount-audit-log.ts';
import { mountLife } from './consultations/mount-life.ts';
import { mountList } from './consultations/mount-list.ts';
import { mountTexts } from './free-texts/mount-texts.ts';
import { mountInvite } from './invite/mount-invite.ts';
import { mountOrganisation } from './organisation/mount-organisation.ts';
import type { Organisation } from './organisation/organisation.ts';
import { mountParticipation } from './participation/mount-participation.ts';
import { mountProjectionScreen } from './projection-screen/mount-projection-screen.ts';
import { mountPublish } from './publish/mount-publish.ts';
import type { PublishedQuotes } from './publish/published-quotes.ts';
import { mountResults } from './results/mount-results.ts';
import { createSend } from './send.ts';
import { createSessions } from './session.ts';
import { mountSettings } from './settings/mount-settings.ts';
import { mountEntry } from './sign-in/mount-entry.ts';
import { mountTeam } from './team/mount-team.ts';
import { createTeam } from './team/team.ts';
import { mountWorkshopKit } from './workshop-kit/mount-workshop-kit.ts';

export interface AdminOptions {
  readonly application: ApplicationParts;
  readonly assistant: Assistant;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly documents: DocumentQueue;
  readonly assets: Promise<Assets>;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
  /** Signs sessions and forms. */
  readonly key: KeyObject;
  readonly defaultCode: string;
  /** The key of the programming interface that the operator's settings give. */
  readonly facilitatorKey: string;
  /** Addresses of other programs that are told of what happens. */
  readonly hooks: Hooks;
  /** Free texts that go with published results. */
  readonly quotes: PublishedQuotes;
  /** A new one-time invitation to facilitate a consultation in the chat. */
  readonly issue: (code: string) => string;
  /** Whether the assistant is in Teams. */
  readonly isInTeams: boolean;
  readonly log: Logger;
  /** Whose accounts open the space as well. */
  readonly organisation?: Organisation;
}

/** The facilitator's space, under `/animation`. */
export function mountAdmin(server: Server, options: AdminOptions): void {
  const {
    application,
    assistant,
    store,
    catalogues,
    phrases,
    documents,
    assets,
    publicUrl,
    key,
    defaultCode,
  } = options;
  const now = () => new Date().toISOString();
  const sessions = createSessions(key, () => publicUrl().startsWith('https:'), Date.now);
  const team = createTeam(store, now);
  const { audit } = application;
  const admin = createAdmin(server, { ...phrases, sessions, team, audit, send: createSend(assets), now });
  const viewOf = (its: Consultation, language: string): Wording =>
    wordingOf({ consultation: its, language }, { catalogues, phrases });

  const { log, organisation } = options;
  mountEntry(admin, {
    ...{ sessions, team, audit, now },
    ...(organisation && { organisation: organisation.name }),
  });
  if (organisation)
    mountOrganisation(server, admin, { organisation, sessions, team, audit, key, publicUrl, log });
  mountTeam(admin, { team, publicUrl });
  mountAuditLog(admin, audit);
  mountList(admin, { store, participationIn: assistant.tallies.participationIn });
  mountLife(admin, application);
  mountSettings(admin, { application, viewOf, model: defaultCode });
  const { issue, isInTeams } = options;
  const staying = () => server.server.listening;
  mountParticipation(admin, { assistant, store, viewOf, staying, log });
  mountProjectionScreen(admin, { assistant, store, documents, viewOf, publicUrl, assets, staying });
  mountWorkshopKit(admin, { store, documents, viewOf });
  mountTexts(admin, { assistant, store, viewOf });
  mountInvite(admin, {
    application,
    store,
    documents,
    viewOf,
    publicUrl,
    languages: phrases.languages,
    issue,
    isInTeams,
  });
  const keys = createKeys(store, options.facilitatorKey, now);
  mountAccess(admin, { keys, hooks: options.hooks, publicUrl });
  const routes = routesOf({
    assistant,
    store,
    catalogues,
    phrases,
    documents,
    application,
    viewOf,
    model: defaultCode,
    publicUrl,
  });
  mountApi(server, { ...phrases, routes, keys, audit, now, publicUrl });

  const results = { store, tallies: assistant.tallies, catalogues, audit, documents, viewOf };
  mountResults(admin, results);
  const drawn = (its: Consultation, language: string) => assistant.views.of(its, language, 'directline');
  mountPublish(admin, {
    ...results,
    viewOf: drawn,
    quotes: options.quotes,
    publish: assistant.publish,
    publicUrl,
  });
}
