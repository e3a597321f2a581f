import { join } from 'node:path';
import type { MeasuredProgram } from '../measured.ts';
import { remedy } from './peers.ts';
import type { Side, Skipped, Stage } from './sides.ts';
import * as speak from './speak.ts';

const program = (name: string) => `test/bench/turns/${name}-program.ts`;

/** What others make, each answering 'You said' or its five questions; those that are chosen. */
export async function peerSides(
  stage: Stage,
  chosen: (key: string) => boolean,
): Promise<readonly (Side | Skipped)[]> {
  const echoes = ['a', 'b'].some(chosen) ? await echoSides(stage) : [];
  const installed = ['c', 'd'].some(chosen) ? await installedSides(stage) : [];
  const bare = chosen('e') ? [await bareSide(stage)] : [];
  return [...echoes, ...installed, ...bare].filter((one) => !('key' in one) || chosen(one.key));
}

async function echoSides(stage: Stage): Promise<readonly Side[]> {
  const echo = await stage.start(program('echo'));
  const shared = { urls: [echo.url], programs: [echo] };
  const byConnector = speak.byConnector(stage.connector);
  return [
    {
      ...{ key: 'a', name: '(a) echo bot, by a connector', ...shared },
      callers: await each(stage, echo, byConnector, echoed),
    },
    {
      ...{ key: 'b', name: '(b) echo bot, expectReplies', ...shared },
      callers: await each(stage, echo, speak.expectingReplies, echoed),
    },
  ];
}

async function bareSide(stage: Stage): Promise<Side> {
  const bare = await stage.start(program('bare'), { FILE: join(stage.folder, 'bare.log') });
  const name = '(e) bare node:http, group commit, WebSocket';
  const callers = await each(stage, bare, speak.bare, [{ text: 'plutôt 4', expected: 'xxxx' }]);
  return { key: 'e', name, urls: [bare.url], programs: [bare], callers };
}

type Said = readonly { readonly text: string; readonly expected: string }[];

async function installedSides(stage: Stage): Promise<readonly (Side | Skipped)[]> {
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

const echoed: Said = [{ text: 'plutôt 4', expected: 'You said: plutôt 4' }];

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
