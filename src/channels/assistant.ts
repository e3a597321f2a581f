import type { Application } from '#application/parts.ts';
import type { RetentionJob } from '#application/retention/retention-job.ts';
import { UnderWay } from '#domain/in-memory/under-way.ts';
import { createProjections, type Projections } from '#projections/projections.ts';
import type { AssistantParts } from './assistant-parts.ts';
import { type BotFramework, createBotFramework } from './bot-framework/bot-framework.ts';
import { createChannelPosts } from './channel-posts/channel-posts.ts';
import { createPresence } from './channel-posts/presence.ts';
import { createDataLinks, type DataLinks } from './data-links.ts';
import { createDirectLine, type DirectLine } from './direct-line/direct-line.ts';
import { createDoor } from './door.ts';
import { createFacilitators } from './facilitators.ts';
import { hosted } from './hosted.ts';
import type { Invitations } from './invitations.ts';
import { createKeyMaker } from './keys.ts';
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
import { createViews, type Views } from './views.ts';
import type { ChannelTurn } from './wire.ts';

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
  const { openInvitation, door } = createDoor({
    ...{ store, invitations, keys, now, audit: parts.application.audit },
    defaultConsultation: parts.defaultConsultation,
  });
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
    ...{ memory, isShared: parts.isShared },
    ...door,
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
