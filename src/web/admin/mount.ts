import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { HookRegistry, ReadAddress } from '#application/access/hook-registry.ts';
import type { Application } from '#application/parts.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import type { Wording } from '#wording/wording.ts';
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
import { mountPublish, type PublishParts } from './publish/mount-publish.ts';
import { mountResults } from './results/mount-results.ts';
import { createSend } from './send.ts';
import { createSessions } from './session.ts';
import { mountSettings } from './settings/mount-settings.ts';
import { mountEntry } from './sign-in/mount-entry.ts';
import { mountTeam } from './team/mount-team.ts';
import { mountWorkshopKit } from './workshop-kit/mount-workshop-kit.ts';

export interface AdminOptions {
  readonly application: Application;
  readonly assistant: Assistant;
  readonly phrases: Phrases;
  readonly documents: DocumentQueue;
  readonly assets: Promise<Assets>;
  /** How a consultation reads to a person who comes to its page. */
  readonly viewOf: (its: Consultation, language: string) => Wording;
  /** The same as a card in the chat is drawn from. */
  readonly drawn: PublishParts['viewOf'];
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
  /** Signs sessions and forms. */
  readonly key: KeyObject;
  readonly defaultCode: string;
  /** Addresses of other programs that are told of what happens. */
  readonly hooks: HookRegistry;
  readonly readAddress: ReadAddress;
  /** Whether the assistant is in Teams. */
  readonly isInTeams: boolean;
  readonly log: Logger;
  /** Whose accounts open the space as well. */
  readonly organisation?: Organisation;
}

/** The facilitator's space, under `/animation`. */
export function mountAdmin(server: Server, options: AdminOptions): void {
  const { application, assistant, phrases, documents, assets, viewOf, publicUrl, key, log } = options;
  const { store, audit, now } = application;
  const sessions = createSessions(key, () => publicUrl().startsWith('https:'), Date.now);
  const admin = createAdmin(server, { ...phrases, sessions, store, send: createSend(assets), now });
  const { organisation, defaultCode: model, hooks, readAddress, isInTeams } = options;
  const name = organisation && { organisation: organisation.name };
  mountEntry(admin, { sessions, application, ...name });
  if (organisation)
    mountOrganisation(server, admin, { organisation, sessions, application, key, publicUrl, log });
  mountTeam(admin, { application, publicUrl });
  mountAuditLog(admin, audit);
  mountList(admin, { store, participationIn: assistant.tallies.participationIn });
  mountLife(admin, application);
  mountSettings(admin, { application, viewOf, model });
  const staying = () => server.server.listening;
  mountParticipation(admin, { application, assistant, store, viewOf, staying, log });
  mountProjectionScreen(admin, { assistant, store, documents, viewOf, publicUrl, assets, staying });
  mountWorkshopKit(admin, { application, documents, viewOf });
  mountTexts(admin, { application, viewOf });
  const { languages } = phrases;
  mountInvite(admin, { application, store, documents, viewOf, publicUrl, languages, isInTeams });
  mountAccess(admin, { application, hooks, readAddress, publicUrl });
  const results = { application, documents, viewOf };
  mountResults(admin, results);
  mountPublish(admin, { ...results, viewOf: options.drawn, publicUrl });
}
