import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { overLimits } from './over-limits.ts';
import { type Standing, teamsConversations } from './teams-conversations.ts';

/** A request as it came, and what was answered. */
export interface Logged {
  readonly method: string;
  /** As addressed: of a channel, with or without its thread. */
  readonly conversation: string;
  readonly activity?: string;
  readonly label?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  /** Of the service's clock, in milliseconds. */
  readonly time: number;
  answer?: number | 'silent' | 'cut';
}

export type Answer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** Never. */
  | 'silent'
  /** The connection breaks. */
  | 'cut';

export type Matcher = (request: Logged) => boolean;
export type TeamsService = Awaited<ReturnType<typeof teamsService>>;

/** Teams as a bot sees it, on this machine: takes what is posted, keeps what stands, fails when told to. */
export async function teamsService({ now = () => performance.now() } = {}) {
  const log: Logged[] = [];
  const told: { readonly matches: Matcher; readonly answers: Answer[] }[] = [];
  const conversations = teamsConversations();

  const server = createServer(async (request, response) => {
    const logged = { ...read(request, now()), ...said(await text(request)) };
    log.push(logged);
    const planned = told.find(({ matches, answers }) => answers.length > 0 && matches(logged));
    const answer = planned?.answers.shift() ?? conversations.answer(logged);
    logged.answer = typeof answer === 'string' ? answer : answer.status;
    give(response, answer);
  });
  await promisify((done: () => void) => server.listen(0, '127.0.0.1', done))();

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    log: log as readonly Logged[],
    /** What was posted or updated with a label, in the order it came. */
    labelled: (label: string): readonly Logged[] => log.filter((one) => one.label === label),
    /** Activities as they stand now, of a thread or of a whole conversation. */
    standing: (conversation: string): readonly Standing[] => conversations.standing(conversation),
    remove: (conversation: string, activity: string) => conversations.remove(conversation, activity),
    /** Ids of the people in a conversation. */
    setMembers: (conversation: string, ids: readonly string[]) => conversations.setMembers(conversation, ids),
    /** The next requests, or the next that match, get these answers instead, one each. */
    fail: (matches: Matcher | undefined, ...answers: readonly Answer[]) => {
      told.push({ matches: matches ?? (() => true), answers: [...answers] });
    },
    /** Where more came than Teams allows. */
    overLimits: () => overLimits(log),
    /** How many are open. */
    connections: () => promisify(server.getConnections.bind(server))(),
    stop: () => {
      server.closeAllConnections();
      return promisify(server.close.bind(server))();
    },
  };
}

function read({ method = '', url = '' }: IncomingMessage, time: number): Logged {
  const { pathname, searchParams } = new URL(url, 'http://service');
  const [, , , conversation = '', what, activity] = pathname.split('/').map(decodeURIComponent);
  return {
    method: what === 'pagedmembers' ? 'MEMBERS' : method,
    conversation,
    ...(activity !== undefined && { activity }),
    query: searchParams,
    time,
  };
}

function said(body: string): Pick<Logged, 'label' | 'body'> {
  if (body === '') return {};
  const parsed = JSON.parse(body) as Record<string, unknown>;
  return { body: parsed, ...(typeof parsed.label === 'string' && { label: parsed.label }) };
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'silent') return;
  if (answer === 'cut') return void response.socket?.destroy();
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}
