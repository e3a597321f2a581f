import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Catalogues } from '#domain/catalogues.ts';
import { isOpen } from '#domain/consultation.ts';
import type { Participant } from '#domain/participant.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Recognise } from '#domain/reading/reading.ts';
import type { Store } from '#store/store.ts';
import { createAtHand } from './at-hand.ts';
import { createBot } from './bot.ts';
import { type Cloud, createCloud } from './cloud/cloud.ts';
import type { Credentials } from './cloud/credentials.ts';
import { createDataLinks, type DataLinks } from './data-links.ts';
import { createDirectLine, type DirectLine } from './direct-line/direct-line.ts';
import { createFacilitators } from './facilitators.ts';
import { createFeed } from './feed.ts';
import { createFollows, type Follows } from './follows.ts';
import { createGroups, type Groups } from './groups.ts';
import { hosted } from './hosted.ts';
import type { Invitations } from './invitations.ts';
import { createKeyMaker } from './keys.ts';
import { drawOpinion } from './opinions.ts';
import { createPerform } from './perform.ts';
import { postAfar } from './post-afar.ts';
import { postLive } from './post-live.ts';
import { createPublish, type Publish } from './publish.ts';
import { createRemind, type Remind } from './remind.ts';
import type { Surroundings } from './surroundings.ts';
import { createTurnTaker } from './take-turn.ts';
import { createTexts, type Texts } from './texts.ts';
import { createPresence } from './venues/presence.ts';
import { createVenues } from './venues/venues.ts';
import type { Rhythm } from './venues/vigil.ts';
import { createViews, type Views } from './views.ts';

export interface AssistantParts {
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly recognise: Recognise;
  readonly invitations: Invitations;
  readonly log: Logger;
  /** Where people reach the program, without a final slash; known once it listens. */
  readonly publicUrl: () => string;
  readonly defaultConsultation: string;
  readonly secrets: {
    readonly signing: string;
    readonly pepper: string;
    readonly directLine: string;
    readonly links: KeyObject;
  };
  readonly credentials?: Credentials;
  /** Entra object ids of those who facilitate every consultation. */
  readonly facilitators: readonly string[];
  /** How often what stands in channels is looked at. */
  readonly rhythm?: Rhythm;
}

/** Between two tries at what a publication did not reach, in milliseconds. */
const resumeEvery = 5 * 60_000;

/** The assistant on all its channels, apart from any HTTP server. */
export interface Assistant {
  readonly directLine: DirectLine;
  readonly cloud: Cloud;
  readonly publish: Publish;
  readonly groups: Groups;
  readonly follows: Follows;
  readonly texts: Texts;
  readonly remind: Remind;
  readonly dataLinks: DataLinks;
  readonly views: Views;
  /** Goes on with what a stop cut short; to be called once the program can be reached. */
  start(): void;
  /** Takes no more, and lets what is at work end. */
  close(): Promise<void>;
}

export function createAssistant(parts: AssistantParts): Assistant {
  const { store, catalogues, phrases, recognise, invitations, log, publicUrl, secrets, credentials } = parts;
  const now = () => new Date().toISOString();
  const keys = createKeyMaker(secrets.pepper);
  const feed = createFeed(store);
  const groups = createGroups({ store, feed, catalogues, draw: drawOpinion, now, log });
  const follows = createFollows(feed, catalogues);
  const texts = createTexts(feed);
  feed.start();
  const venues = createVenues(store);
  const surroundings: Surroundings = { store, catalogues, phrases, recognise, groups, keys, venues, now };
  const dataLinks = createDataLinks(secrets.links);
  const views = createViews({ catalogues, phrases, publicUrl, dataLinks });
  const onFailed = (error: unknown) => log.error({ failure: String(error) }, 'something after a turn failed');

  const cloud = createCloud({
    onTurn: (context) => inCloud(context),
    ...(credentials && { credentials }),
    line: { log },
  });
  const { line } = cloud;
  const afar = { line, store, views };
  const presence = createPresence({ surroundings, afar, log, ...(parts.rhythm && { rhythm: parts.rhythm }) });
  const remind = createRemind(surroundings, afar);
  const facilitators = createFacilitators({ store, keys, invitations, named: parts.facilitators });
  const atHand = createAtHand(surroundings, parts.defaultConsultation);
  const { publish, resume } = createPublish(surroundings, {
    now: [(...post) => live(...post), presence.post],
    kept: postAfar(afar),
  });
  const bot = createBot({
    surroundings,
    takeTurn: createTurnTaker(surroundings),
    views,
    facilitators,
    atHand,
    perform: createPerform({
      ...{ surroundings, facilitators, publish, onFailed },
      remind,
      invite: presence.invite,
      settle: atHand.settle,
      linkTo: (code) => `${publicUrl()}/c/${code}/facilitator#${invitations.issue(code)}`,
    }),
    roster: presence.roster,
    forget: ({ id, traces }: Participant) => {
      const theirs = new Set([id, ...traces.map((trace) => trace.id)]);
      for (const live of directLine.liveConversations()) {
        const key = keys.participant('directline', live.user, live.seat.consultation);
        if (theirs.has(key)) directLine.forget(live.id);
      }
    },
  });
  const inCloud = hosted(bot, line);
  const directLine = createDirectLine({
    secret: secrets.signing,
    siteSecret: secrets.directLine,
    onTurn: hosted(bot),
    logger: log,
    openInvitation: (invitation) => invitations.open(invitation),
    isOpen: async (code) => {
      const consultation = await store.load('consultation', code);
      if (consultation === undefined || consultation.draft) return 'unknown';
      return isOpen(consultation, now()) ? 'open' : 'closed';
    },
  });
  const live = postLive({ directLine, store, keys, views });
  let resuming: NodeJS.Timeout | undefined;
  return {
    ...{ directLine, cloud, publish, groups, follows, texts, remind, dataLinks, views },
    start() {
      const again = () => void resume().catch(onFailed);
      again();
      resuming = setInterval(again, resumeEvery).unref();
      presence.start();
    },
    async close() {
      clearInterval(resuming);
      await directLine.close();
      await presence.close();
    },
  };
}
