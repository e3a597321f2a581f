import { scopes } from '#domain/records/api-key.ts';
import { openStore } from '#store/files/open.ts';
import { entering, invited, type Member } from '../admin/member.ts';
import { town } from '../admin/town.ts';
import { type Caller, caller, keyOf } from '../api/caller.ts';
import type { call } from '../app/call.ts';
import { arrive, type Person } from '../app/person.ts';
import { type Running, removeFolder, running } from '../app/running.ts';

/** The ways into the same use cases: a form, a program's call, a chat; and those who may not. */
export interface Ways {
  readonly app: Running;
  readonly owner: Member;
  readonly reader: Member;
  readonly program: Caller;
  /** A key that may only read. */
  readonly readOnly: Caller;
  /** Somebody who facilitates a consultation in the chat. */
  facilitator(code: string): Promise<Person>;
  close(): Promise<void>;
}

/** Each way has a consultation of its own, that the same 24 people answered: `val-form`, `val-api`, `val-chat`. */
export const vals = ['val-form', 'val-api', 'val-chat'] as const;

/** The whole program on the made-up town, each way ready. */
export async function ways(): Promise<Ways> {
  const app = await running(await town().then(peopled));
  const owner = await entering(app.spaceLink);
  const reader = await invited(owner, 'Lise', 'reader');
  return {
    ...{ app, owner, reader },
    program: inTurn(
      await Promise.all(portals.map(async (name) => caller(app.url, await keyOf(owner, name, scopes)))),
    ),
    readOnly: caller(app.url, await keyOf(owner, 'Lecture', ['consultations:read', 'results:read'])),
    async facilitator(code) {
      const { text } = await owner.post(`/animation/c/${code}/inviter/conversation`, {});
      const invitation = /facilitator#([\w-]+)"/.exec(text)?.[1] ?? '';
      const person = await arrive(app.url, { consultation: code, invitation });
      await person.submit({ act: 'consent', agree: true });
      await person.submit({ act: 'profile', decline: true });
      return person;
    },
    async close() {
      await app.stop();
      await removeFolder(app.dataDir);
    },
  };
}

/** A table of tests asks more often than one key may. */
const portals = ['Portail 1', 'Portail 2', 'Portail 3', 'Portail 4', 'Portail 5'];

function inTurn(callers: readonly Caller[]): Caller {
  let n = 0;
  const next = () => {
    n += 1;
    const one = callers[n % callers.length];
    if (one === undefined) throw new Error('There is no caller');
    return one;
  };
  return { get: (...asked) => next().get(...asked), send: (...asked) => next().send(...asked) };
}

/** Everybody of `voisins` once more in the consultation of each way, with two who stopped half-way long ago. */
async function peopled(dir: string): Promise<string> {
  const store = await openStore(dir);
  const like = await store.load('consultation', 'voisins');
  if (like === undefined) throw new Error('The town has no neighbours');
  for (const code of vals) {
    await store.save('consultation', { ...like, id: code, version: 0, closed: false });
    for (let i = 0; i < 34; i++) {
      const person = await store.load('participant', `voisins-${i % 24}`);
      if (person === undefined) throw new Error(`The town has no voisins-${i}`);
      const halfway =
        i < 2 && ({ domain: 'mobility', answers: { 'mobility-daily': { kind: 'skipped' } } } as const);
      const id = `${code}-${i}`;
      await store.save('participant', { ...person, id, version: 0, consultation: code, ...halfway });
      if (halfway)
        await store.save('reference', {
          ...{ schema: 1, id: `r-${id}`, version: 0, consultation: code, participant: id },
          reference: {},
        });
    }
  }
  await store.close();
  return dir;
}

/** What came back, whichever way it was asked. */
export interface Came {
  readonly outcome: 'done' | 'invalid' | 'forbidden' | 'missing' | 'unfit';
  /** The fields or places that are wrong, as a form names its fields. */
  readonly at: readonly string[];
}

export function ofForm({ status, text }: { readonly status: number; readonly text: string }): Came {
  const at = [...text.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, name = '']) => name);
  if (status === 422) return { outcome: 'invalid', at: [...new Set(at)] };
  const outcome = status === 403 ? 'forbidden' : status === 404 ? 'missing' : 'done';
  return { outcome, at: [] };
}

export function ofApi({ status, body }: Awaited<ReturnType<typeof call>>): Came {
  const places: readonly string[] = (body?.errors ?? []).map((one: { pointer: string }) => one.pointer);
  const at = [...new Set(places.map((place) => place.slice(2).replaceAll('/', '-')))];
  if (status === 422) return { outcome: 'invalid', at };
  if (status === 409 && body.type.endsWith(':taken')) return { outcome: 'invalid', at: ['code'] };
  if (status === 409) return { outcome: 'unfit', at: [] };
  return { outcome: status === 403 ? 'forbidden' : status === 404 ? 'missing' : 'done', at: [] };
}

/** What the audit log says of a consultation, the earliest first, without who and when. */
export async function entriesOf({ program }: Pick<Ways, 'program'>, code: string) {
  const { body } = await program.get(`/journal?consultation=${code}&size=200`);
  const items: readonly {
    did: string;
    facts: Readonly<Record<string, string | number>>;
    by: { id: string };
  }[] = body.items;
  return items.toReversed();
}

export const actionsOf = async (all: Pick<Ways, 'program'>, code: string): Promise<readonly string[]> =>
  (await entriesOf(all, code)).map(({ did }) => did);
