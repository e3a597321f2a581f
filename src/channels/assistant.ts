import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Catalogues } from '#domain/catalogues.ts';
import { isOpen } from '#domain/consultation.ts';
import type { Participant } from '#domain/participant.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Recognise } from '#domain/reading/reading.ts';
import type { Store } from '#store/store.ts';
import { createBot } from './bot.ts';
import { type Cloud, createCloud } from './cloud/cloud.ts';
import type { Credentials } from './cloud/credentials.ts';
import { createDataLinks, type DataLinks } from './data-links.ts';
import { createDirectLine, type DirectLine } from './direct-line/direct-line.ts';
import { createGroups, type Groups } from './groups.ts';
import type { Invitations } from './invitations.ts';
import { createKeyMaker } from './keys.ts';
import { drawOpinion } from './opinions.ts';
import { postAfar } from './post-afar.ts';
import { postLive } from './post-live.ts';
import { createPublish, type Post, type Publish } from './publish.ts';
import type { Surroundings } from './surroundings.ts';
import { createTurnTaker } from './take-turn.ts';
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
}

/** The assistant on all its channels, apart from any HTTP server. */
export interface Assistant {
  readonly directLine: DirectLine;
  readonly cloud: Cloud;
  readonly publish: Publish;
  readonly groups: Groups;
  readonly dataLinks: DataLinks;
  readonly views: Views;
}

export function createAssistant(parts: AssistantParts): Assistant {
  const { store, catalogues, phrases, recognise, invitations, log, publicUrl, secrets, credentials } = parts;
  const now = () => new Date().toISOString();
  const keys = createKeyMaker(secrets.pepper);
  const groups = createGroups({ store, catalogues, draw: drawOpinion, now, log });
  const surroundings: Surroundings = { store, catalogues, phrases, recognise, groups, keys, now };
  const dataLinks = createDataLinks(secrets.links);
  const views = createViews({ catalogues, phrases, publicUrl, dataLinks });
  const posts: Post[] = [];
  const publish = createPublish(surroundings, posts);

  const { defaultConsultation } = parts;
  const forget = ({ id, traces }: Participant) => {
    const theirs = new Set([id, ...traces.map((trace) => trace.id)]);
    for (const live of directLine.liveConversations()) {
      const key = keys.participant('directline', live.user, live.seat.consultation);
      if (theirs.has(key)) directLine.forget(live.id);
    }
  };
  const takeTurn = createTurnTaker(surroundings);
  const onTurn = createBot({
    surroundings,
    takeTurn,
    views,
    publish,
    defaultConsultation,
    forget,
    onPublishFailed: (error) => log.error({ failure: String(error) }, 'a publication failed'),
  });
  const directLine = createDirectLine({
    secret: secrets.signing,
    siteSecret: secrets.directLine,
    onTurn,
    logger: log,
    openInvitation: (invitation) => invitations.open(invitation),
    isOpen: async (code) => {
      const consultation = await store.load('consultation', code);
      if (consultation === undefined) return 'unknown';
      return isOpen(consultation, now()) ? 'open' : 'closed';
    },
  });
  const cloud = createCloud({ onTurn, ...(credentials && { credentials }) });
  posts.push(
    postLive({ directLine, store, keys, views }),
    postAfar({ adapter: cloud.adapter, store, views, log }),
  );
  return { directLine, cloud, publish, groups, dataLinks, views };
}
