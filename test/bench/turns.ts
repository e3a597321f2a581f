import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Connection, connect } from './connection.ts';
import { type Caller, load, type Measured } from './load.ts';
import { type MeasuredProgram, startMeasured } from './measured.ts';

/**
 * Turns per second, side by side in one run on loopback with 32 connections: the echo bot that botbuilder and restify
 * make, then this project's whole questionnaire turn (read a typed answer, decide, durable save, card), through
 * `/api/messages` and through Direct Line.
 */
const connections = 32;
/** In turn, so that a busy moment of the machine falls on all sides; the medians count. */
const rounds = 5;
const span = { warmMs: 0, runMs: 3000 };
const data = mkdtempSync(join(tmpdir(), 'trajectoires-bench-'));
const echo = await startMeasured('test/bench/echo-bot.ts');
const ours = await startMeasured('src/main.ts', { PORT: '0', DATA_DIR: data, LOG_LEVEL: 'warn' });

try {
  const sides: readonly Side[] = [
    {
      name: 'echo bot, /api/messages',
      child: echo,
      callers: Array.from({ length: connections }, (_, i) => echoing(i)),
    },
    { name: 'questionnaire, /api/messages', child: ours, callers: await people(ours.url, throughMessages) },
    { name: 'questionnaire, Direct Line', child: ours, callers: await people(ours.url, throughDirectLine) },
  ];
  const measured: Row[] = [];
  await load(echo.url, sides[0]?.callers ?? [], { warmMs: 3000, runMs: 1 });
  await load(ours.url, sides[1]?.callers ?? [], { warmMs: 3000, runMs: 1 });
  for (let round = 0; round < rounds; round++) {
    const row: (Measured & { cpuUs: number })[] = [];
    for (const { child, callers } of sides) {
      const before = child.cpuMs();
      const reached = await load(child.url, callers, span);
      row.push({ ...reached, cpuUs: ((child.cpuMs() - before) * 1000) / reached.turns });
    }
    measured.push(row);
  }
  print(sides, measured);
} finally {
  await Promise.all([echo.stop(), ours.stop()]);
  rmSync(data, { recursive: true, force: true });
}

type Row = readonly (Measured & { readonly cpuUs: number })[];

interface Side {
  readonly name: string;
  readonly child: MeasuredProgram;
  readonly callers: readonly Caller[];
}

function echoing(person: number): Caller {
  let n = 0;
  return async (connection) => {
    await connection.post('/api/messages', messageOf(person, { text: 'plutôt 4' }, n++));
  };
}

/** Says something to the bot; what came back, as JSON. */
type Speak = (what: { text?: string; value?: unknown }, by?: Connection) => Promise<string>;

/** People who went as far as a question on a scale; each then answers it in words, and goes back, over and over. */
async function people(
  url: string,
  speak: (url: string, first: Connection, person: number) => Promise<Speak>,
): Promise<Caller[]> {
  return Promise.all(
    Array.from({ length: connections }, async (_, person) => {
      const first = await connect(url);
      const say = await speak(url, first, person);
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
        if (!came.includes('"label":"question"'))
          throw new Error(`« ${text} » brought ${came.slice(0, 200)}`);
      };
    }),
  );
}

async function throughMessages(_url: string, first: Connection, person: number): Promise<Speak> {
  let n = 0;
  return (what, by = first) => by.post('/api/messages', messageOf(person, what, n++));
}

/** As the chat page does it: a POST, and the replies over the WebSocket. */
async function throughDirectLine(url: string, first: Connection, person: number): Promise<Speak> {
  const generated = JSON.parse(
    await first.post('/v3/directline/tokens/generate', { consultation: 'decouverte' }),
  );
  const headers = { authorization: `Bearer ${generated.token}` };
  const started = JSON.parse(await first.post('/v3/directline/conversations', { locale: 'fr' }, headers));
  const activities = `/v3/directline/conversations/${started.conversationId}/activities`;
  const socket = new WebSocket(started.streamUrl ?? url);
  const frames: string[] = [];
  let arrived = () => {};
  socket.on('message', (frame) => {
    frames.push(String(frame));
    arrived();
  });
  socket.on('error', (error) => console.error(error.message));
  let n = 0;
  return async (what, by = first) => {
    const body = { type: 'message', ...what, channelData: { clientActivityID: `${person}-${n++}` } };
    const { id } = JSON.parse(await by.post(activities, body, headers));
    for (;;) {
      const reply = frames.findIndex((frame) => frame.includes(`"replyToId":"${id}"`));
      if (reply >= 0) return frames.splice(0, reply + 1).at(-1) ?? '';
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
  };
}

function messageOf(person: number, what: object, n: number) {
  return {
    type: 'message',
    id: `bench-${person}-${n}`,
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:9',
    deliveryMode: 'expectReplies',
    from: { id: `person-${person}` },
    recipient: { id: 'bot' },
    conversation: { id: `conversation-${person}` },
    locale: 'fr',
    ...what,
  };
}

function print(sides: readonly Side[], measured: readonly Row[]): void {
  const seconds = span.runMs / 1000;
  console.log(
    `${connections} connections, ${rounds} rounds of ${seconds} s each in turn, Node ${process.version}; medians`,
  );
  console.table(
    sides.map(({ name, child }, i) => {
      const over = (figure: (row: Row) => number) => median(measured.map(figure));
      return {
        what: name,
        'turns/s': Math.round(over((row) => row[i]?.perSecond ?? Number.NaN)),
        'p50 ms': over((row) => row[i]?.p50 ?? Number.NaN).toFixed(1),
        'p99 ms': over((row) => row[i]?.p99 ?? Number.NaN).toFixed(1),
        'CPU µs a turn': Math.round(over((row) => row[i]?.cpuUs ?? Number.NaN)),
        'RSS MiB': Math.round(child.residentMiB()),
        'of the echo bot': over((row) => (row[i]?.perSecond ?? 0) / (row[0]?.perSecond ?? 1)).toFixed(2),
      };
    }),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
