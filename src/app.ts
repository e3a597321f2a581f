import type { Logger } from 'pino';
import { createAuditLog } from '#application/audit/audit-log.ts';
import type { ApplicationParts } from '#application/parts.ts';
import type { StandingConsultation } from '#application/start/ensure-consultations.ts';
import { createAssistant } from '#channels/assistant.ts';
import type { Rhythm } from '#channels/channel-posts/reconciler.ts';
import { createInvitations } from '#channels/invitations.ts';
import { newMark } from '#channels/keys.ts';
import { createMailLinks } from '#channels/mail/mail-links.ts';
import { createMailer } from '#channels/mail/mailer.ts';
import { personalPictureAddress } from '#documents/personal/personal-picture.ts';
import { qrAddress } from '#documents/print/qr.ts';
import { createDocumentQueue } from '#documents/queue/document-queue.ts';
import { UnderWay } from '#domain/in-memory/under-way.ts';
import { answerRequests } from '#store/files/backups/answer-requests.ts';
import { createBackupKeeper } from '#store/files/backups/backup-keeper.ts';
import { observedStore } from '#store/observed-store.ts';
import { createRecogniser, type Recogniser } from '#understanding/recogniser/recogniser.ts';
import { createHooks } from '#web/api/hooks/hooks.ts';
import { drain } from '#web/http/drain.ts';
import { listen } from '#web/http/listen.ts';
import { createProxyTrust } from '#web/http/request/client-address.ts';
import { createSite } from '#web/site.ts';
import { informationText } from '#wording/information/information.ts';
import { wordingOf } from '#wording/wording.ts';
import { backUp } from './back-up.ts';
import { createClock } from './clock.ts';
import { publicUrl } from './config/addresses.ts';
import { isLocalOnly } from './config/local-only.ts';
import { isSmallMachine, recogniserOfMachine } from './config/small-machine.ts';
import { startNotes } from './config/start-notes.ts';
import type { Config } from './config.ts';
import { type Content, ownCatalogue, readContent, type StartProblem } from './content.ts';
import { keyFor, secretsOf } from './keys.ts';
import { createWays, shareIn } from './nodes.ts';
import { type Observability, openObservability } from './observability/observability.ts';
import { openJobs } from './open-jobs.ts';
import { type Kept, openKept } from './open-kept.ts';
import { type StartLinks, startLinks } from './start-links.ts';
import { takeUp } from './take-up.ts';

/** The program, running. */
interface App extends StartLinks {
  /** Where people reach it, without a final slash. */
  readonly url: string;
  /** The consultations that are there from the start, the one that the address alone opens first. */
  readonly consultations: readonly (StandingConsultation & { readonly url: string })[];
  /** Takes no more, finishes what is at work within so many milliseconds, and lets go of everything. */
  close(patienceMs: number): Promise<void>;
}

export type Started =
  | { readonly outcome: 'started'; readonly app: App }
  | { readonly outcome: 'refused'; readonly problems: readonly StartProblem[] };

/** What may be given in the place of the program's own. */
interface Given {
  /** How often what stands in channels is looked at. */
  readonly rhythm?: Rhythm;
  /** What time it is. */
  readonly now?: () => string;
  /** To read what people type: its workers take some seconds of a processor to get warm. */
  readonly recogniser?: Recogniser;
}

/** Starts everything: reads the content, opens the store, listens. What keeps it from starting is told with its remedy. */
export async function startApp(config: Config, log: Logger, given: Given = {}): Promise<Started> {
  for (const { level, message, remedy } of startNotes(config)) log[level]({ remedy }, message);
  const content = readContent(config.catalogueDir);
  if ('problems' in content) return { outcome: 'refused', problems: content.problems };
  const kept = await openKept(config, log, content.catalogues);
  if ('problems' in kept) return { outcome: 'refused', problems: kept.problems };
  const observability = await openObservability(config, process.env, log);
  const { observer } = observability;
  const store = observedStore(kept.store, observer);
  const { recogniser = createRecogniser({ onMissed: observer.missed, ...recogniserOfMachine() }) } = given;
  return serve(config, log, content, { ...kept, store, observability }, { ...given, recogniser });
}

async function serve(
  config: Config,
  log: Logger,
  { catalogues, phrases }: Content,
  { store, keys, files, database, observability }: Kept & { readonly observability: Observability },
  { rhythm, recogniser, now = createClock() }: Given & { readonly recogniser: Recogniser },
): Promise<Started> {
  const shared = shareIn(database, config, keys, () => Date.parse(now()));
  const { memory, sealedTexts } = shared;
  const { controller } = config;
  const taken = await takeUp({ store, memory, catalogues, phrases, controller, now, log });
  if ('problems' in taken) {
    shared.close();
    await Promise.all([recogniser.close(), store.close(), observability.close()]);
    return { outcome: 'refused', problems: taken.problems };
  }
  const [opened, ...others] = taken.standing;
  const documents = createDocumentQueue({
    ...{ catalogues, wording: ownCatalogue },
    // Either has a thread of its own of some 80 MB.
    ...(isSmallMachine() && { around: recogniser.makeRoomFor, idleMs: 1_000 }),
  });
  const invitations = createInvitations(memory);
  let { port } = config;
  const url = () => publicUrl(config, port);
  const application: ApplicationParts = {
    store,
    catalogues,
    audit: createAuditLog(store, now),
    now,
    newMark,
    ...(files && {
      backups: createBackupKeeper(config.dataDir, files.backups, () => backUp(files.store, config, log)),
    }),
    voting: new UnderWay(),
    ...(config.mail && { mail: createMailer(config.mail, keyFor(keys, 'courriel')) }),
    inTurn: (code, change) => memory.exclusively(`consultation ${code}`, change),
    usualInformation: (consultation, language) =>
      informationText(wordingOf({ consultation, language }, { catalogues, phrases })),
  };
  const jobs = await openJobs(config, log);
  const mailLinks = createMailLinks(keyFor(keys, 'liens de courriel'));
  const assistant = createAssistant({
    ...{ application, store, memory, catalogues, phrases, invitations, mailLinks, jobs, log },
    isShared: database !== undefined,
    observer: observability.observer,
    ...{
      recogniser,
      publicUrl: url,
      pictured: qrAddress,
      drawScenario: personalPictureAddress,
      defaultConsultation: opened.code,
    },
    secrets: secretsOf(keys),
    facilitators: config.facilitators,
    reach: config.bot ?? (isLocalOnly(config) ? 'this-machine' : 'nobody'),
    ...(rhythm && { rhythm }),
  });
  const hooks = createHooks({
    ...{ store, tallies: assistant.tallies, key: keyFor(keys, 'signaux'), jobs, log },
    reach: { thisMachine: isLocalOnly(config) },
  });
  const ways = createWays(database, assistant.directLine, { config, keys, port: () => port });
  const { addressOf, relay } = ways;
  const server = createSite({
    ...{ assistant, store, memory, catalogues, phrases, documents, log, hooks, sealedTexts },
    observer: observability.observer,
    ...(config.publicUrl && { publicUrl: config.publicUrl }),
    trusts: createProxyTrust(config.trustedProxies),
    ...{ addressOf, ...(relay && { relay }), frameAncestors: config.frameAncestors },
    facilitatorKey: keys.facilitatorKey,
    defaultCode: opened.code,
    address: url,
    adminKey: keyFor(keys, 'animation'),
    mailLinks,
    isInTeams: config.bot !== undefined,
    ...(config.organisation && { organisation: config.organisation }),
    ready: { tallies: assistant.tallies.isComplete, store: async () => (await store.trouble()) ?? true },
  });
  const endBackups = files && answerRequests(config.dataDir, () => backUp(files.store, config, log));
  const close = async (patienceMs: number) => {
    hooks.close();
    // Before anything takes its time: people go on at other nodes, and whoever comes now is not taken in.
    await ways.leave();
    const drained = drain(server, patienceMs);
    // Where there are other nodes, its conversations went there already: what still comes here is taken to them.
    if (relay === undefined) await assistant.directLine.close();
    await drained;
    await jobs.close(patienceMs);
    await assistant.close();
    ways.close();
    shared.close();
    const backupsEnded = endBackups?.();
    await Promise.all([recogniser.close(), documents.close(), store.close(), observability.close()]);
    await backupsEnded;
  };
  const listening = await listen(server, config.host, config.port);
  const problem =
    listening.outcome === 'refused'
      ? listening
      : await observability.serve({
          documents: documents.waiting,
          deliveries: hooks.waiting,
          channelPosts: assistant.postsWaiting,
          directLine: assistant.directLine.counts,
        });
  if (listening.outcome === 'refused' || problem !== undefined) {
    await close(0);
    return { outcome: 'refused', problems: problem === undefined ? [] : [problem] };
  }
  port = listening.port;
  await ways.start();
  assistant.start();
  await hooks.start();
  await jobs.start();
  const kept = { ...(files && { files }), ...(database && { database }) };
  const links = await startLinks(opened.code, { application, invitations, kept, url: url() });
  const consultations = [opened, ...others].map((one) => ({ ...one, url: `${url()}/c/${one.code}` }));
  return { outcome: 'started', app: { url: url(), consultations, ...links, close } };
}
