import type { Logger } from 'pino';
import { createAuditLog } from '#application/audit/audit-log.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { carryOverEditions } from '#application/start/carry-over-editions.ts';
import { ensureConsultations, type StandingConsultation } from '#application/start/ensure-consultations.ts';
import { forgetOldLinks, makeSignInLink } from '#application/team/sign-in-links.ts';
import { type AssistantParts, createAssistant } from '#channels/assistant.ts';
import type { Rhythm } from '#channels/channel-posts/reconciler.ts';
import { createInvitations } from '#channels/invitations.ts';
import { newMark } from '#channels/keys.ts';
import { createDocumentQueue } from '#documents/queue/document-queue.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { answerRequests } from '#store/files/backups/answer-requests.ts';
import { openStore, StoreLocked } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { createRecogniser, type Recogniser } from '#understanding/recogniser/recogniser.ts';
import { createHooks } from '#web/api/hooks/hooks.ts';
import { drain } from '#web/http/drain.ts';
import { listen } from '#web/http/listen.ts';
import { createSite } from '#web/site.ts';
import { informationText } from '#wording/information.ts';
import { wordingOf } from '#wording/wording.ts';
import { isLocalOnly } from './config/local-only.ts';
import { startNotes } from './config/start-notes.ts';
import { type Config, publicUrl } from './config.ts';
import { type Content, ownCatalogue, readContent, type StartProblem } from './content.ts';
import { keyFor, type ProgramKeys, readKeys } from './keys.ts';

/** The program, running. */
interface App {
  /** Where people reach it, without a final slash. */
  readonly url: string;
  /** The consultations that are there from the start, the one that the address alone opens first. */
  readonly consultations: readonly (StandingConsultation & { readonly url: string })[];
  /** Opens the first of them as a facilitator, once. */
  readonly facilitatorLink: string;
  /** Opens the facilitator's space to whoever runs the program, once. */
  readonly spaceLink: string;
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
  const store = await openStore(config.dataDir, {
    ...(config.backupDir !== undefined && { backups: config.backupDir }),
    onProblem: (problem) => log.error(problem, 'the store reports damage'),
    onOutage: ({ phase, ...news }) =>
      phase === 'over'
        ? log.warn(news, 'the store saves again')
        : log.error(news, phase === 'begins' ? 'the store saves nothing' : 'the store still saves nothing'),
    onRenamed: (renamed) => log.info(renamed, 'a folder of the store has its new name'),
  }).catch(asProblem);
  if ('remedy' in store) return { outcome: 'refused', problems: [store] };
  const opened = await readKeys(
    config.dataDir,
    config,
    async () => config.newKeys || (await store.isEmpty()),
  );
  if ('problem' in opened) {
    await store.close();
    return { outcome: 'refused', problems: [opened.problem] };
  }
  return serve(config, log, content, store, opened.keys, given);
}

type OpenStore = Awaited<ReturnType<typeof openStore>>;

async function serve(
  config: Config,
  log: Logger,
  { catalogues, phrases }: Content,
  store: OpenStore,
  keys: ProgramKeys,
  { rhythm, recogniser = createRecogniser(), now = time }: Given,
): Promise<Started> {
  const orphans = await carryOverEditions(store, catalogues, (consultation, from, to) =>
    log.info({ consultation, from, to }, 'the catalogue of a consultation has changed'),
  );
  if (orphans.length > 0) {
    await store.close();
    return { outcome: 'refused', problems: orphans };
  }
  const given = { catalogues, phrases, controller: config.controller, now: now() };
  const [opened, ...others] = await ensureConsultations(store, given);
  const documents = createDocumentQueue({ catalogues, wording: ownCatalogue });
  const invitations = createInvitations();
  let { port } = config;
  const url = () => publicUrl(config, port);
  const inTurn = new KeyedQueue();
  const application: ApplicationParts = {
    store,
    catalogues,
    audit: createAuditLog(store, now),
    now,
    newMark,
    inTurn: (code, change) => inTurn.run(code, change),
    usualInformation: (consultation, language) =>
      informationText(wordingOf({ consultation, language }, { catalogues, phrases })),
  };
  const assistant = createAssistant({
    ...{ application, store, catalogues, phrases, invitations, log },
    recogniser,
    publicUrl: url,
    defaultConsultation: opened.code,
    secrets: secretsOf(keys),
    facilitators: config.facilitators,
    reach: config.bot ?? (isLocalOnly(config) ? 'this-machine' : 'nobody'),
    ...(rhythm && { rhythm }),
  });
  const hooks = createHooks({
    ...{ store, tallies: assistant.tallies, key: keyFor(keys, 'signaux'), log },
    reach: { thisMachine: isLocalOnly(config) },
  });
  const server = createSite({
    ...{ assistant, store, catalogues, phrases, documents, log, hooks },
    ...(config.publicUrl && { publicUrl: config.publicUrl }),
    ...{ trustedProxies: config.trustedProxies, frameAncestors: config.frameAncestors },
    facilitatorKey: keys.facilitatorKey,
    defaultCode: opened.code,
    address: url,
    adminKey: keyFor(keys, 'animation'),
    isInTeams: config.bot !== undefined,
    ...(config.organisation && { organisation: config.organisation }),
    ready: { tallies: assistant.tallies.isComplete, store: async () => (await store.trouble()) ?? true },
  });
  const endBackups = answerRequests(config.dataDir, () => backUp(store, config, log));
  const close = async (patienceMs: number) => {
    await hooks.close();
    await assistant.close();
    await drain(server, patienceMs);
    const backupsEnded = endBackups();
    await Promise.all([recogniser.close(), documents.close(), store.close()]);
    await backupsEnded;
  };
  const listening = await listen(server, config.host, config.port);
  if (listening.outcome === 'refused') {
    await close(0);
    return { outcome: 'refused', problems: [listening] };
  }
  port = listening.port;
  assistant.start();
  await hooks.start();
  const facilitatorLink = `${url()}/facilitator#${invitations.issue(opened.code)}`;
  await forgetOldLinks(application);
  const spaceLink = `${url()}/animation/entree/${await makeSignInLink(application, { who: 'operator' })}`;
  const consultations = [opened, ...others].map((one) => ({ ...one, url: `${url()}/c/${one.code}` }));
  return { outcome: 'started', app: { url: url(), consultations, facilitatorLink, spaceLink, close } };
}

/** A backup that was asked for, told in the log as well. */
async function backUp(store: OpenStore, { backupsKept }: Config, log: Logger) {
  try {
    const made = await store.backup(backupsKept);
    log[made.unread === 0 ? 'info' : 'error'](made, 'a backup was made');
    return made;
  } catch (error) {
    log.error(
      error instanceof StoreUnavailable ? asProblem(error) : { failure: error },
      'no backup was made',
    );
    throw error;
  }
}

function secretsOf(keys: ProgramKeys): AssistantParts['secrets'] {
  const { signingSecret, pepper, directLineSecret } = keys;
  return {
    ...{ signing: signingSecret, pepper, directLine: directLineSecret },
    links: keyFor(keys, 'links'),
    releases: keyFor(keys, 'releases'),
  };
}

const time = () => new Date().toISOString();

/** What the operator can mend; anything else is a mistake of ours and goes on its way. */
function asProblem(error: unknown): StartProblem {
  if (error instanceof StoreLocked || error instanceof StoreUnavailable) {
    return { message: error.message, remedy: error.remedy };
  }
  throw error;
}
