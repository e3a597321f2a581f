import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRng } from '#src/tools/simulate/rng.ts';
import { entering } from '#test/http/admin/member.ts';
import { call } from '#test/http/app/call.ts';
import { begin } from '#test/http/app/person.ts';
import { goOn, isDomainDone } from '#test/http/app/robot.ts';
import type { Part } from '../part.ts';
import { type Program, startProgram } from '../program.ts';
import { oddActivities } from './activities.ts';
import { oddFrames } from './frames.ts';
import { knownNames } from './known-names.ts';
import { type Credentials, oddRequest, type Route } from './requests.ts';
import { send, someAddress } from './send.ts';

/** Requests at once, as many as leave the processor of the program the busier one. */
const atOnce = 12;

/** Odd requests over every route, odd activities, card values and frames: no crash, no 5xx but those declared, no stall, memory back. */
export const badInput: Part = async (torture) => {
  const { of, figure, wrong } = torture;
  const program = await startProgram();
  try {
    const owner = await entering(program.spaceLink);
    const names = await knownNames(program.url, owner);
    const credentials = await credentialsOf(program, owner.cookie, await owner.token());
    const apart = await anotherConsultation(program.url, credentials.apiKey);
    await oddActivities(torture, program.url, names);
    await oddFrames(torture, program.url);
    const before = await fire(program, of(2000, 100), credentials, names);
    await program.collect();
    const held = (await program.figures()).heldMiB;
    const after = await fire(program, of(18_000, 300), credentials, names);
    const { worstStallMs } = await program.figures();
    await program.collect();
    const more = (await program.figures()).heldMiB - held;
    for (const what of new Set([...before.wrongs, ...after.wrongs])) wrong(what);
    for (const what of failuresIn(program.log())) wrong(`Logged: ${what}`);
    figure('odd requests', before.sent + after.sent);
    figure('over routes', (await program.routes()).length);
    for (const [status, count] of after.statuses) figure(`  answered ${status}`, count);
    figure('worst stall, ms', Math.round(worstStallMs));
    figure('memory held more than before, MiB', Math.round(more));
    if (worstStallMs > 100) wrong(`A stall of ${Math.round(worstStallMs)} ms`);
    if (more > 40) wrong(`${Math.round(more)} MiB more are held than before`);
    const person = await begin(program.url, 'mobility', { consultation: apart });
    await goOn(person, isDomainDone);
  } finally {
    const ended = await program.stop();
    if (ended !== 0) wrong(`The program ended with ${ended}: ${program.log().slice(-2000)}`);
  }
};

async function credentialsOf(
  { url, dataDir }: Program,
  cookie: string,
  formToken: string,
): Promise<Credentials> {
  const { facilitatorKey } = JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8'));
  const { body } = await call(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    body: { consultation: 'decouverte' },
  });
  return { cookie, formToken, apiKey: facilitatorKey, lineToken: body.token };
}

/** The store may be busy or full, and uploads are a part of Direct Line that is not offered. */
const isDeclared = (status: number, { path }: Route): boolean =>
  status === 503 || (status === 501 && path.endsWith('/upload'));

/** Each failure that the program told its operator of, once. */
const failuresIn = (log: string): ReadonlySet<string> =>
  new Set(
    log
      .split('\n')
      .filter((line) => /"level":(50|60)/.test(line))
      .map((line) => line.replace(/^.*?"failure":/, '').slice(0, 700)),
  );

/** The requests may close the one that they can name: people go on in this one. */
async function anotherConsultation(url: string, token: string): Promise<string> {
  const title = { fr: 'Ailleurs', en: 'Elsewhere' };
  const made = await call(`${url}/api/consultations`, {
    method: 'POST',
    token,
    body: { title, territory: title },
  });
  const { code } = made.body;
  const opened = await call(`${url}/api/consultations/${code}/open`, { method: 'POST', token });
  if (opened.status !== 200) throw new Error(`No consultation to go on in: ${made.status} ${opened.text}`);
  return code;
}

/** Sends so many odd requests, each route in its turn. */
async function fire(program: Program, count: number, credentials: Credentials, names: readonly string[]) {
  const routes = (await program.routes()).filter(({ path }) => path !== '/animation/sortie');
  const rng = createRng('requests', count);
  const url = new URL(program.url);
  const statuses = new Map<string, number>();
  const wrongs = new Set<string>();
  let next = 0;
  const one = async () => {
    while (next < count) {
      const nth = next++;
      const route = routes[nth % routes.length];
      if (route === undefined) return;
      const sent = await send(url, oddRequest(rng, route, credentials, names), someAddress(nth));
      statuses.set(`${sent}`, (statuses.get(`${sent}`) ?? 0) + 1);
      if (sent === 'silent' || (typeof sent === 'number' && sent >= 500 && !isDeclared(sent, route)))
        wrongs.add(`${route.method} ${route.path} was answered ${sent}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { sent: next, statuses: [...statuses].sort(), wrongs };
}
