import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Application, ApplicationParts } from '#application/parts.ts';
import type { RetentionJob } from '#application/retention/retention-job.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { isOpen } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { UnderWay } from '#domain/in-memory/under-way.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import { createProjections, type Projections } from '#projections/projections.ts';
import type { Observer } from '#src/observability/observer.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Store } from '#store/store.ts';
import type { Recogniser } from '#understanding/recogniser/recogniser.ts';
import type { Reach } from './bot-framework/authentication/caching-authentication.ts';
import { type BotFramework, createBotFramework } from './bot-framework/bot-framework.ts';
import { createChannelPosts } from './channel-posts/channel-posts.ts';
import { createPresence } from './channel-posts/presence.ts';
import type { Rhythm } from './channel-posts/reconciler.ts';
import { createDataLinks, type DataLinks } from './data-links.ts';
import { createDirectLine, type DirectLine } from './direct-line/direct-line.ts';
import { createFacilitators } from './facilitators.ts';
import { hosted } from './hosted.ts';
import type { Invitations } from './invitations.ts';
import { createKeyMaker } from './keys.ts';
import type { MailLinks } from './mail/mail-links.ts';
import { wishLetters } from './mail/wish-letters.ts';
import { createPorts } from './ports.ts';
import { createPostings } from './postings.ts';
import { forgetAfar, forgetPeople, forgetPerson } from './private-posts/forget-live.ts';
import { postLive } from './private-posts/post-live.ts';
import { tellAfar, tellOthers } from './private-posts/tell-others.ts';
import { createStandingJobs } from './standing-jobs.ts';
import { createTrials, type Trials } from './trial/trials.ts';
import { createAnswerRoom } from './turns/answer-room.ts';
import { createBot } from './turns/bot.ts';
import { createConsultationResolver } from './turns/consultation-resolver.ts';
import { createPerform } from './turns/perform.ts';
import type { Surroundings } from './turns/surroundings.ts';
import { createTurnTaker } from './turns/taking/take-turn.ts';
import { createViews, type DrawScenario, type Views } from './views.ts';
import type { ChannelTurn } from './wire.ts';

export interface AssistantParts {
  readonly application: ApplicationParts;
  readonly store: Store;
  readonly memory: SharedMemory;
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly recogniser: Pick<Recogniser, 'recognise' | 'wake'>;
  readonly invitations: Invitations;
  readonly jobs: JobQueue;
  readonly mailLinks: MailLinks;
  readonly log: Logger;
  /** Where people reach the program, without a final slash; known once it listens. */
  readonly publicUrl: () => string;
  /** A picture of an address, for telephones, as an address of its own; absent: none is shown. */
  readonly pictured?: (address: string) => string;
  /** Absent: no picture of a scenario is shown. */
  readonly drawScenario?: DrawScenario;
  readonly defaultConsultation: string;
  readonly secrets: {
    readonly signing: string;
    readonly pepper: string;
    readonly directLine: string;
    readonly links: KeyObject;
    /** Draws the moments of provisional results. */
    readonly releases: KeyObject;
  };
  /** Whom Bot Framework channels' way in answers. */
  readonly reach: Reach;
  /** Entra object ids of those who facilitate every consultation. */
  readonly facilitators: readonly string[];
  /** How often what stands in channels is looked at. */
  readonly rhythm?: Rhythm;
  /** Absent: nothing is observed. */
  readonly observer?: Observer;
}

/** The assistant on all its channels, apart from any HTTP server. */
export interface Assistant extends Pick<Projections, 'tallies' | 'participation' | 'texts' | 'room'> {
  /** What use cases work with, the assistant's own ways to read the group and to reach people among it. */
  readonly application: Application;
  readonly directLine: DirectLine;
  readonly cloud: BotFramework;
  readonly dataLinks: DataLinks;
  readonly views: Views;
  readonly invitations: Pick<Invitations, 'ticket'>;
  readonly trials: Omit<Trials, 'bot'>;
  readonly retention: Pick<RetentionJob, 'wake'>;
  /** Consultations whose posts in channels are to be brought up to date. */
  readonly postsWaiting: () => number;
  /** Follows in channels what changes; to be called once the program can be reached. */
  start(): void;
  /** Takes no more, and lets what is at work end. Jobs end before it. */
  close(): Promise<void>;
}

export function createAssistant(parts: AssistantParts): Assistant {
  const {
    store,
    memory,
    catalogues,
    phrases,
    recogniser,
    invitations,
    jobs,
    log,
    publicUrl,
    secrets,
    pictured,
    drawScenario,
  } = parts;
  const { now } = parts.application;
  const keys = createKeyMaker(secrets.pepper);
  const turns = new UnderWay();
  const { releases } = secrets;
  const projections = createProjections({ store, catalogues, now, log, turns, releases });
  const { tallies, participation, texts, lastAnswers, sheets, room } = projections;
  const channelPosts = createChannelPosts(store);
  const surroundings: Surroundings = {
    store,
    memory,
    catalogues,
    phrases,
    recognise: recogniser.recognise,
    tallies,
    participation,
    texts,
    room,
    keys,
    channelPosts,
    turns,
    now,
    ...(parts.observer && { observer: parts.observer }),
  };
  const dataLinks = createDataLinks(secrets.links);
  const views = createViews({ catalogues, phrases, publicUrl, dataLinks, pictured, drawScenario });
  const onFailed = (error: unknown) => log.error({ failure: error }, 'something after a turn failed');

  const cloud = createBotFramework({
    onTurn: (context) => inCloud(context),
    reach: parts.reach,
    line: { log },
  });
  const { line } = cloud;
  const afar = { line, store, views };
  const presence = createPresence({
    surroundings,
    afar,
    jobs,
    log,
    ...(parts.rhythm && { rhythm: parts.rhythm }),
  });
  const openInvitation = async (invitation: string, who: string) => {
    const binding = await invitations.open(invitation);
    const by = { id: `chat-${who.slice(0, 12)}`, name: '' };
    if (binding !== undefined)
      await parts.application.audit.write(by, {
        action: 'chat-opened',
        consultation: binding.consultation,
      });
    return binding;
  };
  const facilitators = createFacilitators({ store, keys, openInvitation, named: parts.facilitators });
  const resolver = createConsultationResolver(surroundings, parts.defaultConsultation);
  const { posting, roundPosting } = createPostings(
    surroundings,
    { live: (...post) => live(...post), inChannels: presence.post, afar },
    { jobs, failed: onFailed },
  );
  const ports = createPorts({
    ...{ surroundings, texts, room, afar, posting, invitations, lastAnswers, sheets, publicUrl },
    mail: parts.application.mail,
    // Not awaited: posting to a large consultation lasts longer than opening it may.
    tellRound(consultation) {
      void roundPosting.post(consultation).catch(onFailed);
      standing.wakeMail();
    },
    forgetPeople: (code) => forgetPeople(code, directLine),
  });
  const application = { ...parts.application, ...ports };
  const standing = createStandingJobs({
    ...{ application, jobs, ready: projections.ready, log },
    letter: wishLetters({
      viewOf: (its, language) => views.of(its, language, 'directline'),
      publicUrl,
      mailLinks: parts.mailLinks,
    }),
  });
  const answering = createBot({
    surroundings,
    takeTurn: createTurnTaker(surroundings),
    views,
    facilitators,
    resolver,
    perform: createPerform({
      ...{ application, surroundings, facilitators, onFailed },
      invite: presence.invite,
      turnTo: resolver.remember,
      linkTo: async (code) => `${publicUrl()}/c/${code}/facilitator#${await invitations.issue(code)}`,
    }),
    answerRoom: createAnswerRoom(application, keys),
    roster: presence.roster,
    // Not awaited: a channel that does not answer holds nobody up.
    tellOthers: (person, consultation) =>
      void tellOthers(person, consultation, { ...afar, directLine, keys }).catch(onFailed),
    forget: (person) => forgetPerson(person, { directLine, keys }),
  });
  const trials = createTrials({ store, surroundings, views });
  const bot = (turn: ChannelTurn) => {
    // Whoever has come may type something soon.
    recogniser.wake();
    return turn.binding?.trial === undefined ? answering(turn) : trials.bot(turn);
  };
  const inCloud = hosted(bot, line, parts.observer);
  const directLine = createDirectLine({
    secret: secrets.signing,
    siteSecret: secrets.directLine,
    onTurn: hosted(bot, undefined, parts.observer),
    logger: log,
    defaultConsultation: parts.defaultConsultation,
    memory,
    // On a page nobody is known yet: told apart by the link.
    openInvitation: async (invitation) =>
      (await invitations.enter(invitation)) ??
      openInvitation(invitation, keys.person('directline', invitation)),
    isOpen: async (code) => {
      const consultation = await store.load('consultation', code);
      if (consultation === undefined || consultation.draft) return 'unknown';
      return isOpen(consultation, now()) ? 'open' : 'closed';
    },
  });
  const live = postLive({ directLine, store, keys, views });
  const unwatch = [
    forgetAfar(store, { directLine, keys }),
    tellAfar({ ...afar, directLine, keys }, onFailed),
  ];
  return {
    ...{ application, directLine, cloud, tallies, participation, texts, room, dataLinks, views },
    ...{ trials, invitations },
    retention: standing.retention,
    postsWaiting: presence.waiting,
    start: presence.start,
    async close() {
      for (const stop of unwatch) stop();
      standing.close();
      presence.close();
      await directLine.close();
      await projections.close();
    },
  };
}
