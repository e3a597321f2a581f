import { caller } from '#test/http/api/caller.ts';
import type { Receiver } from '#test/http/api/hooks/receiver.ts';
import { until } from '#test/http/teams/until.ts';
import type { Answerer } from '../answerer.ts';
import { lostOf, peopleInDatabase } from '../found.ts';
import type { Torture } from '../part.ts';
import { facilitatorKey, type Installation } from './installation.ts';

/** Everything acknowledged is there once, and the result counts all who finished, wherever it is read and however it is made. */
export async function outcome(
  torture: Torture,
  its: Installation,
  everybody: readonly Answerer[],
  code?: string,
) {
  const { figure, wrong } = torture;
  const users = everybody.map(({ user }) => user);
  const { people, documents, problems } = await peopleInDatabase(its.database, users);
  const { lost, more } = lostOf(everybody, people);
  figure('answers of all of them lost', lost);
  figure('  kept and never acknowledged, beyond one under way each', more);
  if (lost > 0) wrong(`${lost} acknowledged answers are lost`);
  if (more > 0) wrong(`${more} answers that nobody was told of`);
  if (problems.length > 0) wrong(`The store complains: ${problems[0]?.message}`);
  const counted = await results(torture, its, code);
  figure('people in the store; finished; in the result', `${documents}; ${everybody.length}; ${counted}`);
  if (counted !== everybody.length)
    wrong(`${everybody.length} people finished, and the result counts ${counted}`);
}

/** Closes by one node: how many people the result counts that all nodes give, and one that starts anew. */
async function results({ wrong }: Torture, its: Installation, code?: string): Promise<number> {
  const [first = '', second = ''] = its.addresses;
  const closed = await caller(second, facilitatorKey).send('POST', '/consultations/decouverte/close');
  if (closed.status !== 200) wrong(`The consultation could not be closed: ${closed.status} ${closed.text}`);
  const all = await Promise.all(its.addresses.map(resultAt));
  await its.end(0, 'SIGKILL');
  await its.start(0, code);
  const rebuilt = await resultAt(first);
  for (const [nth, one] of all.entries()) {
    const [told, rebuild] = [withoutOpinion(one), withoutOpinion(rebuilt)];
    if (told !== rebuild)
      wrong(`Node ${nth} tells another result than a rebuild: ${firstDifference(told, rebuild)}`);
  }
  // Groups of opinion are drawn once for all, after the rest, by whichever node is first.
  const isSame = async () => new Set(await Promise.all(its.addresses.map(resultAt))).size === 1;
  await until(isSame).catch(() => wrong('Nodes go on telling different results'));
  return Number(/"n":(\d+)/.exec(rebuilt)?.[1]);
}

async function resultAt(address: string): Promise<string> {
  const program = caller(address, facilitatorKey);
  const asked = ['results', 'following'].map((what) => program.get(`/consultations/decouverte/${what}`));
  const [result, following] = await Promise.all(asked);
  return JSON.stringify([result?.status, result?.body, following?.status, following?.body]);
}

const withoutOpinion = (text: string): string =>
  JSON.stringify(JSON.parse(text), (key, value) => (key === 'opinion' ? undefined : value));

/** Where two texts part, with what stands around. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((sign, nth) => sign !== other[nth]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60)).join(' | ');
}

/** Each signal came once; one whose node was killed over it may come again, as the same. */
export function signals({ heard }: Receiver, { figure, wrong }: Pick<Torture, 'figure' | 'wrong'>): void {
  const ids = heard.map(({ headers }) => headers['webhook-id']);
  const told = new Map(heard.map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body)]));
  const whats = [...told.values()].map(({ type, data }) => JSON.stringify([type, data]));
  figure('signals heard, of which again', `${told.size}, ${ids.length - told.size}`);
  if (new Set(whats).size < whats.length) wrong(`A signal was told twice: ${whats}`);
  if (!whats.some((what) => what.includes('consultation.closed'))) wrong('Nobody was told that it closed');
}
