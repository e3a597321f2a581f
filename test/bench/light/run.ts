import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type MeasuredProgram, startMeasured } from '../measured.ts';
import { boundMemory, oneCore } from './bounds.ts';
import { crowdAtOnce } from './paced.ts';

export interface LightRun {
  /** What kept it to one core, and to so much memory. */
  readonly core: string;
  readonly bound: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly files: readonly FileMade[];
  readonly failures: readonly string[];
}

interface FileMade {
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
  /** The most memory that the program had by then. */
  readonly mostMiB: number;
}

interface Asked {
  readonly people: number;
  readonly forMs: number;
  /** The shortest time to read before an answer, in milliseconds. */
  readonly shortest: number;
  readonly megabytes: number;
}

/** Starts the program within bounds on an empty folder, lets people in, asks for pages and files, stops it. */
export async function lightRun(dir: string, { megabytes, ...crowd }: Asked): Promise<LightRun> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const command = String(scripts.start).split(' ').slice(1);
  const settings = { PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'warn', FACILITATOR_KEY: key };
  // As deployment/trajectoires.service sets them.
  const env = {
    ...settings,
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '131072',
    NODE_COMPILE_CACHE: join(tmpdir(), 'trajectoires-light-compiled'),
  };
  const core = oneCore();
  const bound = boundMemory(megabytes * 1024 * 1024);
  const program = await startMeasured(command, env, '.', [...(bound?.within ?? []), ...core]);
  try {
    const readyMs = await ready(program);
    const atStart = program.residentMiB();
    const going = crowdAtOnce(program.url, crowd);
    await pause(crowd.forMs / 2);
    const withPeople = program.mostResidentMiB();
    const pages = await opened(program);
    const { times, finished, failures } = await going;
    const files = [...pages, ...(await results(program))];
    const at = (q: number) => times[Math.min(times.length - 1, Math.floor(q * times.length))] ?? Number.NaN;
    const pressed = bound?.pressed();
    const figures = {
      'listening, ms': program.listeningMs,
      'ready, ms': readyMs,
      turns: times.length,
      'people who finished or left': finished,
      failures: failures.length,
      'a turn, median ms': at(0.5),
      'a turn, 99 in 100, ms': at(0.99),
      'a turn, longest ms': at(1),
      'processor, s': program.cpuMs() / 1000,
      'ready, MiB': atStart,
      'most with people alone, MiB': withPeople,
      'most with pages and files too, MiB': program.mostResidentMiB(),
      ...(pressed && {
        'times the kernel took memory back': pressed.reclaimed,
        'ended by it': pressed.killed,
      }),
    };
    const rounded = Object.entries(figures).map(([name, value]) => [name, Math.round(value)]);
    return {
      core: core.join(' ') || 'not kept',
      bound: bound?.by ?? 'not kept, read from /proc',
      ...{ figures: Object.fromEntries(rounded), files, failures },
    };
  } finally {
    await program.stop();
    bound?.release();
  }
}

/** From the start of the process, in milliseconds. */
async function ready({ url, listeningMs }: MeasuredProgram): Promise<number> {
  const from = performance.now();
  while ((await fetch(`${url}/readyz`)).status !== 200) await pause(10);
  return listeningMs + performance.now() - from;
}

const key = 'a-facilitators-key-for-this-benchmark-alone';
const api = '/api/consultations/decouverte';
const space = '/animation/c/decouverte';

/** What a facilitator opens while people answer, one thing after the other. */
async function opened(program: MeasuredProgram): Promise<readonly FileMade[]> {
  const { printed } = program;
  const link = await printed(/http\S+\/animation\/entree\/\S+/);
  const entered = await fetch(link, { method: 'POST', redirect: 'manual' });
  const headers = { cookie: entered.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  const pages = ['/animation', `${space}/suivi`, `${space}/resultats`, `${space}/textes`];
  const files = [`${space}/inviter/affiche-fr.pdf`, `${space}/materiel/cartes.pdf`];
  return inTurn(program, [...pages, ...files], { headers });
}

/** The consultation is closed, and its final result taken as files. */
async function results(program: MeasuredProgram): Promise<readonly FileMade[]> {
  const headers = { authorization: `Bearer ${key}` };
  return [
    ...(await inTurn(program, [`${api}/close`], { method: 'POST', headers })),
    ...(await inTurn(program, [`${api}/results`], { headers })),
    ...(await inTurn(
      program,
      ['pdf', 'docx', 'xlsx'].map((format) => `${api}/exports/${format}`),
      { headers },
    )),
  ];
}

async function inTurn(
  { url, mostResidentMiB }: MeasuredProgram,
  paths: readonly string[],
  how: RequestInit,
): Promise<readonly FileMade[]> {
  const made: FileMade[] = [];
  for (const path of paths) {
    const from = performance.now();
    const answer = await fetch(`${url}${path}`, { ...how, redirect: 'manual' });
    const { byteLength: bytes } = await answer.arrayBuffer();
    const ms = Math.round(performance.now() - from);
    made.push({ path, status: answer.status, ms, bytes, mostMiB: Math.round(mostResidentMiB()) });
  }
  return made;
}
