import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../connection.ts';
import type { Caller } from '../load.ts';
import { type MeasuredProgram, startMeasured } from '../measured.ts';
import type { ConnectorServer } from './connector.ts';
import { remedy } from './peers.ts';
import * as speak from './speak.ts';

/** One side of the comparison. */
export interface Side {
  readonly key: string;
  readonly name: string;
  /** The addresses that callers speak to, in turn. */
  readonly urls: readonly string[];
  /** All processes that it takes. */
  readonly programs: readonly MeasuredProgram[];
  readonly callers: readonly Caller[];
}

/** A side that is not there, and what to do for it to be. */
export interface Skipped {
  readonly name: string;
  readonly remedy: string;
}

/** Where our program keeps what it is told: an environment for each of its nodes. */
export interface Storage {
  readonly name: string;
  readonly nodes: readonly Readonly<Record<string, string>>[];
}

/** Every program that was started, and what it wrote, to be taken away at the end. */
export interface Stage {
  readonly connector: ConnectorServer;
  readonly people: number;
  readonly start: (
    program: string | readonly string[],
    env?: Record<string, string>,
  ) => Promise<MeasuredProgram>;
  readonly folder: string;
  close(): Promise<void>;
}

export async function openStage(connector: ConnectorServer, people: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-bench-'));
  const programs: MeasuredProgram[] = [];
  return {
    ...{ connector, people, folder },
    async start(program, env) {
      const started = await startMeasured(program, env);
      programs.push(started);
      return started;
    },
    async close() {
      await Promise.all(programs.map((program) => program.stop()));
      connector.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const program = (name: string) => `test/bench/turns/${name}-program.ts`;

/** What others make, each answering 'You said' or its five questions. */
export async function peerSides(stage: Stage): Promise<readonly (Side | Skipped)[]> {
  const { start, connector, folder } = stage;
  const [echo, bare] = await Promise.all([
    start(program('echo')),
    start(program('bare'), { FILE: join(folder, 'bare.log') }),
  ]);
  const echoed = [{ text: 'plutôt 4', expected: 'You said: plutôt 4' }];
  const byConnector = speak.byConnector(connector);
  return [
    {
      ...{ key: 'a', name: '(a) echo bot, by a connector', urls: [echo.url], programs: [echo] },
      callers: await each(stage, echo, byConnector, echoed),
    },
    {
      ...{ key: 'b', name: '(b) echo bot, expectReplies', urls: [echo.url], programs: [echo] },
      callers: await each(stage, echo, speak.expectingReplies, echoed),
    },
    ...(await installedSides(stage, echoed)),
    {
      ...{
        key: 'e',
        name: '(e) bare node:http, group commit, WebSocket',
        urls: [bare.url],
        programs: [bare],
      },
      callers: await each(stage, bare, speak.bare, [{ text: 'plutôt 4', expected: 'xxxx' }]),
    },
  ];
}

type Said = readonly { readonly text: string; readonly expected: string }[];

async function installedSides(stage: Stage, echoed: Said): Promise<readonly (Side | Skipped)[]> {
  const names = { c: '(c) waterfall of five questions, by a connector', d: '(d) offline-directline' };
  const missing = remedy();
  if (missing !== undefined) return Object.values(names).map((name) => ({ name, remedy: missing }));
  const { start, connector } = stage;
  const [waterfall, behind] = await Promise.all([start(program('waterfall')), start(program('echo'))]);
  const offline = await start(program('offline'), { BOT_URL: behind.url });
  return [
    {
      ...{ key: 'c', name: names.c, urls: [waterfall.url], programs: [waterfall] },
      callers: await each(stage, waterfall, speak.byConnector(connector), fiveAnswers),
    },
    {
      ...{ key: 'd', name: names.d, urls: [offline.url], programs: [offline, behind] },
      callers: await each(stage, offline, speak.throughOffline, echoed),
    },
  ];
}

const fiveAnswers: Said = [
  { text: 'bonjour', expected: 'déplacez' },
  { text: 'En voiture', expected: 'semaine' },
  { text: 'cinq', expected: 'facile' },
  { text: 'plutôt 4', expected: 'change' },
  { text: 'oui', expected: 'manque' },
  { text: 'un bus le soir', expected: 'Merci' },
];

function each({ people }: Stage, { url }: MeasuredProgram, wayIn: speak.WayIn, said: Said) {
  return Promise.all(Array.from({ length: people }, (_, i) => speak.repeating(url, wayIn, i, said)));
}

/** As `npm start` has it, without the process that only installs and starts. */
const asStarted = ['--max-semi-space-size=8', '--disable-warning=ExperimentalWarning', 'src/main.ts'];

/** Our whole turn: a typed answer read, decided, durable, a card; through each of our ways in. */
export async function ourSides(stage: Stage, storage: Storage): Promise<readonly Side[]> {
  const programs = await Promise.all(
    storage.nodes.map((env) =>
      stage.start(asStarted, {
        ...{ PORT: '0', LOG_LEVEL: 'warn', DIRECT_LINE_SECRET: speak.siteSecret },
        ...env,
      }),
    ),
  );
  const urls = programs.map(({ url }) => url);
  const ways = [
    { key: 'connector', way: '/api/messages by a connector', wayIn: speak.byConnector(stage.connector) },
    { key: 'replies', way: '/api/messages, expectReplies', wayIn: speak.expectingReplies },
    { key: 'direct-line', way: 'Direct Line', wayIn: speak.throughDirectLine },
  ];
  const sides: Side[] = [];
  for (const [i, { key, way, wayIn }] of ways.entries()) {
    const callers: Caller[] = [];
    for (let person = 0; person < stage.people; person++)
      callers.push(await answering(urls[person % urls.length] ?? '', wayIn, i * stage.people + person));
    sides.push({ key, name: `(f) a whole turn, ${way}; ${storage.name}`, urls, programs, callers });
  }
  return sides;
}

/** Somebody who went as far as a question on a scale, then answers it in words, and goes back, over and over. */
async function answering(url: string, wayIn: speak.WayIn, person: number): Promise<Caller> {
  const first = await connect(url);
  const say = await wayIn(url, first, person);
  await say({ text: 'bonjour' });
  await say({ value: { act: 'consent', agree: true } });
  await say({ value: { act: 'profile', decline: true } });
  await say({ value: { act: 'open', domain: 'mobility' } });
  await say({ value: { act: 'answer', question: 'mobility-daily', value: 'few-trips' } });
  first.close();
  let n = 0;
  return async (connection) => {
    const text = n++ % 2 === 0 ? `plutôt ${2 + (n % 4)}` : 'retour';
    const came = await say({ text }, connection);
    if (!came.includes('"label":"question"')) throw new Error(`« ${text} » brought ${came.slice(0, 200)}`);
  };
}
