import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { View } from '#cards/view.ts';
import type { Assistant } from '#channels/assistant.ts';
import type { Catalogues } from '#domain/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Press } from '#papers/press/press.ts';
import type { Store } from '#store/store.ts';
import type { Hooks } from '../api/hooks/hooks.ts';
import { createKeys } from '../api/keys.ts';
import { mountApi } from '../api/mount-api.ts';
import { routesOf } from '../api/routes/routes.ts';
import type { Assets } from '../page/assets.ts';
import { mountAccess } from './access/mount-access.ts';
import { mountLife } from './consultations/mount-life.ts';
import { mountList } from './consultations/mount-list.ts';
import { createDesk } from './desk.ts';
import { mountEntry } from './entry/mount-entry.ts';
import { mountFollow } from './follow/mount-follow.ts';
import { mountInvite } from './invite/mount-invite.ts';
import { createJournal } from './journal.ts';
import { mountKit } from './kit/mount-kit.ts';
import { mountJournal } from './mount-journal.ts';
import { mountOrganisation } from './organisation/mount-organisation.ts';
import type { Organisation } from './organisation/organisation.ts';
import { mountPublish } from './publish/mount-publish.ts';
import type { PublishedQuotes } from './publish/published-quotes.ts';
import { mountResults } from './results/mount-results.ts';
import { mountRoom } from './room/mount-room.ts';
import { createSend } from './send.ts';
import { createSessions } from './session.ts';
import { mountSettings } from './settings/mount-settings.ts';
import { mountTeam } from './team/mount-team.ts';
import { createTeam } from './team.ts';
import { mountTexts } from './texts/mount-texts.ts';

export interface DeskOptions {
  readonly assistant: Assistant;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly press: Press;
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
export function mountDesk(server: Server, options: DeskOptions): void {
  const { assistant, store, catalogues, phrases, press, assets, publicUrl, key, defaultCode } = options;
  const now = () => new Date().toISOString();
  const sessions = createSessions(key, () => publicUrl().startsWith('https:'), Date.now);
  const team = createTeam(store, now);
  const journal = createJournal(store, now);
  const desk = createDesk(server, { ...phrases, sessions, team, journal, send: createSend(assets), now });
  const viewOf = (its: Consultation, language: string): View =>
    assistant.views.of(its, language, 'directline');

  const { log, organisation } = options;
  mountEntry(desk, {
    ...{ sessions, team, journal, now },
    ...(organisation && { organisation: organisation.name }),
  });
  if (organisation)
    mountOrganisation(server, desk, { organisation, sessions, team, journal, key, publicUrl, log });
  mountTeam(desk, { team, publicUrl });
  mountJournal(desk, journal);
  mountList(desk, { store, standing: assistant.groups.standing });
  mountLife(desk, store);
  mountSettings(desk, { store, catalogues, viewOf, blank });
  const { issue, isInTeams } = options;
  const staying = () => server.server.listening;
  mountFollow(desk, { assistant, store, viewOf, staying, log });
  mountRoom(desk, { assistant, store, press, viewOf, publicUrl, assets, staying });
  mountKit(desk, { store, press, viewOf });
  mountTexts(desk, { assistant, store, viewOf });
  mountInvite(desk, { store, press, viewOf, publicUrl, languages: phrases.languages, issue, isInTeams });
  const keys = createKeys(store, options.facilitatorKey, now);
  mountAccess(desk, { keys, hooks: options.hooks, publicUrl });
  const routes = routesOf({
    assistant,
    store,
    catalogues,
    phrases,
    press,
    journal,
    viewOf,
    blank,
    publicUrl,
  });
  mountApi(server, { ...phrases, routes, keys, journal, now, publicUrl });

  const results = { store, groups: assistant.groups, catalogues, journal, press, viewOf };
  mountResults(desk, results);
  mountPublish(desk, { ...results, quotes: options.quotes, publish: assistant.publish, publicUrl });

  /** Who is responsible, and the content, as in the consultation that is there from the start. */
  async function blank(): Promise<Consultation> {
    const model = await store.load('consultation', defaultCode);
    if (model === undefined) throw new Error(`The consultation ${defaultCode} is gone`);
    const { catalogue, controller, language, domains, retentionMonths } = model;
    return {
      ...{
        schema: 1,
        id: defaultCode,
        version: 0,
        catalogue,
        title: {},
        territory: {},
        controller,
        language,
      },
      ...{ domains: [...domains], retentionMonths, opensAt: now(), closed: false, draft: true },
      minGroup: minGroups.public,
    };
  }
}
