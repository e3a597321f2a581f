import type { Server } from 'restify';
import { askForMail, forgetMail } from '#application/mail/ask-for-mail.ts';
import { publishedBeside } from '#application/results/published-beside.ts';
import { publishedQuotes } from '#application/texts/quotes.ts';
import { firstWords } from '#channels/turns/first-words.ts';
import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { allOf } from '#store/all-of.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import type { MakeLimit } from '#web/http/rate.ts';
import type { Refuse } from '#web/http/refuse.ts';
import type { IsOurs } from '#web/http/request/own-origin.ts';
import { mountCatalogue } from '#web/public/catalogue/mount.ts';
import { writtenFor } from '#web/public/catalogue/written-for.ts';
import { mountPages } from '#web/public/chat/mount.ts';
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
import type { Wording } from '#wording/wording.ts';
import { createRoomDoor } from './room-door.ts';
import type { SiteParts } from './site-parts.ts';
import { createTableDoor } from './table-door.ts';

/** What the pages are made from that anybody may open. */
interface PublicParts
  extends Pick<
    SiteParts,
    | 'assistant'
    | 'store'
    | 'catalogues'
    | 'phrases'
    | 'documents'
    | 'log'
    | 'defaultCode'
    | 'address'
    | 'mailLinks'
    | 'addressOf'
  > {
  readonly setting: { readonly frameAncestors: readonly string[]; readonly publicUrl?: string };
  /** One that is no draft. */
  readonly consultation: (code: string) => Promise<Consultation | undefined>;
  readonly assets: Promise<Assets>;
  readonly limit: MakeLimit;
  readonly refuse: Refuse;
  readonly wordingOf: (its: Consultation, language: string) => Wording;
  readonly isOurs: IsOurs;
}

/** The pages that anybody may open: the conversation, what is read of its results, what people are sent to. */
export function mountPublicPages(server: Server, parts: PublicParts): void {
  const { assistant, store, catalogues, phrases, documents, log, defaultCode, address } = parts;
  const { setting, consultation, assets, limit, refuse, wordingOf, isOurs, addressOf } = parts;
  const { application, dataLinks } = assistant;
  const expired = createExpired(phrases, refuse, assets);
  mountMyData(server, { myData: createMyData(store, dataLinks), expired });
  const shown = { ...phrases, consultation, assets, wordingOf, publicUrl: address };
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
      isOurs,
    });
  mountCalendar(server, { ...shown, now: application.now });
  mountRoom(server, {
    ...{ ...shown, now: application.now, addressOf, limit, isOurs },
    ...createRoomDoor(assistant),
  });
  mountTable(server, {
    ...{ ...shown, addressOf, limit, isOurs },
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
  mountCatalogue(server, {
    ...{ ...phrases, catalogues: catalogues.all, assets },
    writtenFor: (id) => writtenFor(id, { store, catalogues }),
  });
}
