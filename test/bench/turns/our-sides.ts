import { connect } from '../connection.ts';
import type { Caller } from '../load.ts';
import type { MeasuredProgram } from '../measured.ts';
import type { Used } from '../processes.ts';
import { anywhere } from './anywhere.ts';
import { ourKeys, type StorageName } from './choice.ts';
import { keepAwake } from './rest.ts';
import type { Side, Stage } from './sides.ts';
import * as speak from './speak.ts';

/** Where our program keeps what it is told. */
export interface Storage {
  readonly name: string;
  /** The choice that it stands for; absent: it is none of those. */
  readonly key?: StorageName;
  /** An environment for each of its nodes. */
  readonly nodes: readonly Readonly<Record<string, string>>[];
  readonly database?: Used;
}

/** As `npm start` has it, without the process that only installs and starts. */
const asStarted = ['--disable-warning=ExperimentalWarning', 'src/start.js'];

/** One node of our program, with the environment that is its own. */
export const startNode = (stage: Stage, env: Readonly<Record<string, string>>): Promise<MeasuredProgram> =>
  stage.start(asStarted, { PORT: '0', LOG_LEVEL: 'warn', DIRECT_LINE_SECRET: speak.siteSecret, ...env });

/** Our whole turn: a typed answer read, decided, durable, a card; through each of our ways in, or some. */
export async function ourSides(
  stage: Stage,
  { name, key: storage, nodes, database }: Storage,
  keys: readonly (typeof ourKeys)[number][] = ourKeys,
): Promise<readonly Side[]> {
  const programs = await Promise.all(nodes.map((env) => startNode(stage, env)));
  const urls = programs.map(({ url }) => url);
  const ways = {
    connector: { way: '/api/messages by a connector', wayIn: speak.byConnector(stage.connector) },
    replies: { way: '/api/messages, expectReplies', wayIn: speak.expectingReplies },
    'direct-line': { way: 'Direct Line', wayIn: speak.throughDirectLine },
  };
  const sides: Side[] = [];
  for (const key of keys) {
    const { way, wayIn } = ways[key];
    const callers: Caller[] = [];
    const first = ourKeys.indexOf(key) * stage.people;
    for (let i = 0; i < stage.people; i++) callers.push(await answering(urls, wayIn, i, first + i));
    sides.push({
      ...{ key, name: `(f) a whole turn, ${way}; ${name}`, urls, programs, callers },
      ...(storage && { storage }),
      ...(database && { database }),
    });
  }
  for (const [i, url] of urls.entries()) {
    const caller = await answering([url], speak.expectingReplies, 0, ourKeys.length * stage.people + i);
    await keepAwake(stage, url, caller);
  }
  return sides;
}

/** Somebody who went as far as a question on a scale, then answers it in words, and goes back, over and over. */
async function answering(
  urls: readonly string[],
  wayIn: speak.WayIn,
  place: number,
  person: number,
): Promise<Caller> {
  const { home, socket } = anywhere(place, urls.length);
  const first = await connect(urls[home] ?? '');
  const say = await wayIn(urls[socket] ?? '', first, person);
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
