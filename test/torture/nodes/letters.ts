import { setTimeout as pause } from 'node:timers/promises';
import type { MailContact } from '#domain/records/mail-contact.ts';
import { allOf } from '#store/all-of.ts';
import { openPostgres, type PostgresStore } from '#store/postgres/open-postgres.ts';
import { type Member, member } from '#test/http/admin/member.ts';
import { caller } from '#test/http/api/caller.ts';
import { until } from '#test/http/teams/until.ts';
import type { Torture } from '../part.ts';
import { facilitatorKey, type Installation } from './installation.ts';
import { asThisRelease } from './release.ts';

const page = '/animation/c/decouverte/courriel';
/** Letters that one node has on their way at once (`sendEach`), and how long a server takes to take one here, in milliseconds. */
const [width, slowMs] = [4, 150];
/** For so long nobody writes again where a letter was on its way as its node died (`shortCut`), and a little more. */
const shortCut = 31 * 60_000;

/**
 * Letters that people asked for are sent by the first node while the others are told to as well; it dies, or stands still, among them.
 * Each comes once, but for those that were on their way at a death: whether the server took them nobody knows, and they are written
 * again half an hour later.
 */
export async function letters(
  torture: Torture,
  its: Installation,
  owner: Member,
  how: 'dies' | 'stands still',
): Promise<void> {
  await withStore(its, async (store) => {
    const { figure, wrong, of } = torture;
    const asking = await contacts(store, how === 'dies' ? 'mort' : 'arret', of(200, 12));
    const counts = () => countsOf(its, asking);
    const [first = '', ...others] = its.addresses;
    its.letters.state.slowMs = slowMs;
    const from = its.letters.letters.length;
    const pressed = press(first, owner, 'reminder');
    await until(() => its.letters.letters.length > from + 4);
    if (how === 'dies') await its.end(0, 'SIGKILL');
    else its.hang(0);
    // They wait for the one that is gone, no longer than its lease.
    await Promise.all(others.map((address) => press(address, owner, 'reminder')));
    if (how === 'dies') await its.start(0);
    else its.wake(0);
    await pressed;
    its.letters.state.slowMs = 0;
    const doubtful = await inDoubt(store);
    if (doubtful.length > width) wrong(`${doubtful.length} letters were on their way at once`);
    const missing = () => [...counts()].filter(([id, n]) => n === 0 && !doubtful.includes(id));
    if (missing().length > 0) wrong(`${missing().length} letters never came where a node ${how}`);
    if ([...counts().values()].some((n) => n > 1)) wrong('A letter came twice within half an hour');
    for (const id of doubtful) await halfAnHourLater(store, id);
    await press(others[0] ?? '', owner, 'reminder');
    const [all, twice] = [counts(), [...counts()].filter(([, n]) => n === 2)];
    figure(
      `letters where their node ${how}; of which on their way; twice`,
      `${all.size}; ${doubtful.length}; ${twice.length}`,
    );
    if ([...all.values()].some((n) => n < 1 || n > 2)) wrong(`Letters came ${[...all.values()]} times`);
    if (twice.some(([id]) => !doubtful.includes(id))) wrong('A letter came twice that no death stood beside');
  });
}

/** A few people ask for letters. */
export const askForLetters = (its: Installation): Promise<void> =>
  withStore(its, async (store) => void (await contacts(store, 'peu', 8)));

/** The result is published, and all nodes are told at once to send it. */
export async function resultLetters(torture: Torture, its: Installation, owner: Member): Promise<void> {
  const program = caller(its.addresses[0] ?? '', facilitatorKey);
  const publish = () => program.send('POST', '/consultations/decouverte/publish');
  let published = await publish();
  // The same key has just asked all nodes for their results, as often as it may.
  for (let n = 0; published.status === 429 && n < 10; n += 1) {
    await pause(1_000);
    published = await publish();
  }
  if (published.status >= 300)
    torture.wrong(`The result could not be published: ${published.status} ${published.text}`);
  await lettersAtOnce(torture, its, owner, 'result');
}

/** All nodes are told at once to send what is asked for: each letter comes once. */
export async function lettersAtOnce(
  { figure, wrong }: Torture,
  its: Installation,
  owner: Member,
  wish: 'reminder' | 'result',
): Promise<void> {
  await withStore(its, async (store) => {
    const asking = (await allOf(store, 'mail-contact')).filter(({ asked }) => asked?.wishes.includes(wish));
    const before = countsOf(its, asking);
    await Promise.all(its.addresses.map((address) => press(address, owner, wish)));
    const after = countsOf(its, asking);
    const came = asking.map(({ id }) => (after.get(id) ?? 0) - (before.get(id) ?? 0));
    const odd = came.filter((n) => n !== 1).length;
    figure('letters that all nodes were told to send at once; not once', `${came.length}; ${odd}`);
    if (odd > 0) wrong(`Letters came ${came} times`);
  });
}

async function withStore(its: Installation, work: (store: PostgresStore) => Promise<void>): Promise<void> {
  await asThisRelease(its.database);
  const { store } = await openPostgres(its.database, { pool: 2 });
  await work(store).finally(() => store.close());
}

/** Who asked to be reminded, and for the result. */
async function contacts(store: PostgresStore, lot: string, n: number): Promise<readonly MailContact[]> {
  const all = Array.from(
    { length: n },
    (_, nth): MailContact => ({
      ...{ schema: 1, id: `${lot}-${nth}`, version: 0, consultation: 'decouverte' },
      asked: { address: addressOf(`${lot}-${nth}`), language: 'fr', wishes: ['reminder', 'result'] },
    }),
  );
  for (const one of all) await store.save('mail-contact', one);
  return all;
}

const addressOf = (id: string): string => `${id}@ville.example`;

const countsOf = (
  { letters: box }: Installation,
  asking: readonly MailContact[],
): ReadonlyMap<string, number> =>
  new Map(asking.map(({ id }) => [id, box.letters.filter(({ to }) => to === addressOf(id)).length]));

/** As somebody who facilitates presses the button, on one node; whoever it dies under sees no answer. */
async function press(address: string, { cookie }: Member, wish: string): Promise<void> {
  const sent = await member(address, cookie)
    .post(`${page}/envoi`, { wish }, page)
    .catch(() => undefined);
  if (sent !== undefined && sent.status >= 400 && sent.status !== 503)
    throw new Error(`Letters: ${sent.status}`);
  // What is noted of the last ones is on its way.
  await pause(100);
}

const inDoubt = async (store: PostgresStore): Promise<readonly string[]> =>
  (await allOf(store, 'mail-contact')).filter(({ sending }) => sending !== undefined).map(({ id }) => id);

const halfAnHourLater = (store: PostgresStore, id: string) =>
  store.update('mail-contact', id, (one) =>
    one?.sending === undefined
      ? undefined
      : { ...one, sending: new Date(Date.parse(one.sending) - shortCut).toISOString() },
  );
