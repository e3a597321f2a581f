import { createSecretKey, hkdfSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases.ts';
import { type AssistantParts, createAssistant } from '#channels/assistant.ts';
import { createInvitations } from '#channels/invitations.ts';
import { startRecogniser } from '#domain/reading/recogniser.ts';
import { openStore, StoreLocked } from '#store/lowdb/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { drain } from '#web/drain.ts';
import { listen } from '#web/listen.ts';
import { createSite } from '#web/site.ts';
import { type Config, publicUrl } from './config.ts';
import { demonstrationCode, ensureDemonstration } from './demonstration.ts';
import { type Keys, readKeys } from './keys.ts';

/** The program, running. */
interface App {
  /** Where people reach it, without a final slash. */
  readonly url: string;
  /** Opens the chat as a facilitator, once. */
  readonly facilitatorLink: string;
  /** Takes no more, finishes what is at work within so many milliseconds, and lets go of everything. */
  close(patienceMs: number): Promise<void>;
}

interface StartProblem {
  readonly message: string;
  readonly remedy: string;
}

export type Started =
  | { readonly outcome: 'started'; readonly app: App }
  | { readonly outcome: 'refused'; readonly problems: readonly StartProblem[] };

/** Starts everything: reads the content, opens the store, listens. What keeps it from starting is told with its remedy. */
export async function startApp(config: Config, log: Logger): Promise<Started> {
  const content = readContent(config);
  if ('problems' in content) return { outcome: 'refused', problems: content.problems };
  const store = await openStore(config.dataDir, {
    onProblem: (problem) => log.error(problem, 'the store reports damage'),
  }).catch(asProblem);
  if ('remedy' in store) return { outcome: 'refused', problems: [store] };
  const opened = await readKeys(config.dataDir, config);
  if ('problem' in opened) {
    await store.close();
    return { outcome: 'refused', problems: [opened.problem] };
  }
  return serve(config, log, content, store, opened.keys);
}

type Content = Exclude<ReturnType<typeof readContent>, { problems: unknown }>;
type OpenStore = Awaited<ReturnType<typeof openStore>>;

async function serve(
  config: Config,
  log: Logger,
  { catalogue, phrases }: Content,
  store: OpenStore,
  keys: Keys,
): Promise<Started> {
  await ensureDemonstration(store, catalogue, phrases, config.controller, new Date().toISOString());
  const recogniser = startRecogniser();
  const invitations = createInvitations();
  let { port } = config;
  const url = () => publicUrl(config, port);
  const assistant = createAssistant({
    ...{ store, catalogue, phrases, invitations, log },
    recognise: recogniser.recognise,
    publicUrl: url,
    defaultConsultation: demonstrationCode,
    secrets: secretsOf(keys),
    ...(config.bot && { credentials: config.bot }),
  });
  const server = createSite({
    ...{ assistant, store, phrases, log },
    ...(config.publicUrl && { publicUrl: config.publicUrl }),
    frameAncestors: config.frameAncestors,
    facilitatorKey: keys.facilitatorKey,
    defaultCode: demonstrationCode,
    ready: { groups: settledFlag(assistant.groups.ready), store: () => store.broken === undefined },
  });
  const close = async (patienceMs: number) => {
    await assistant.directLine.close();
    await drain(server, patienceMs);
    await recogniser.close();
    await store.close();
  };
  const listening = await listen(server, config.host, config.port);
  if (listening.outcome === 'refused') {
    await close(0);
    return { outcome: 'refused', problems: [listening] };
  }
  port = listening.port;
  const facilitatorLink = `${url()}/facilitator#${invitations.issue(demonstrationCode)}`;
  return { outcome: 'started', app: { url: url(), facilitatorLink, close } };
}

function secretsOf({ signingSecret, pepper, directLineSecret }: Keys): AssistantParts['secrets'] {
  const links = createSecretKey(Buffer.from(hkdfSync('sha256', signingSecret, '', 'links', 32)));
  return { signing: signingSecret, pepper, directLine: directLineSecret, links };
}

/** The catalogue and the assistant's wording; both come with the program unless a folder of content is given. */
function readContent({ catalogueDir }: Config) {
  const content = loadCatalogue(catalogueDir);
  const wording = loadPhrases(ownCatalogue);
  const problems = [content, wording].flatMap((loaded) => ('problems' in loaded ? loaded.problems : []));
  if ('problems' in content || 'problems' in wording) {
    return {
      problems: problems.map(({ file, line, place, message, remedy }) => ({
        message: `${file}${line === undefined ? '' : `:${line}`} ${place}: ${message}`,
        remedy,
      })),
    };
  }
  return { catalogue: content.catalogue, phrases: wording.phrases };
}

const ownCatalogue = fileURLToPath(new URL('../catalogue', import.meta.url));

/** What the operator can mend; anything else is a mistake of ours and goes on its way. */
function asProblem(error: unknown): StartProblem {
  if (error instanceof StoreLocked || error instanceof StoreUnavailable) {
    return { message: error.message, remedy: error.remedy };
  }
  throw error;
}

/** Whether a promise is fulfilled by now. */
function settledFlag(promise: Promise<unknown>): () => boolean {
  let settled = false;
  promise.then(
    () => {
      settled = true;
    },
    () => undefined,
  );
  return () => settled;
}
