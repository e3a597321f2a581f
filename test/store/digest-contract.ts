import { expect, test } from '@jest/globals';
import type { Store } from '#store/store.ts';
import type { Home } from './contract.ts';
import { person } from './people.ts';
import { save } from './steps.ts';

const form = 'of this test';

/** Who is given to a start, each with how often they were saved when that was derived. */
export async function taken(store: Store, wanted = form, counts = (_id: string) => true) {
  const given: string[] = [];
  const known = await store.digests?.read(wanted, (id, digest) => {
    given.push(digest);
    return counts(id);
  });
  return { given: given.toSorted(), known: [...(known ?? [])].toSorted() };
}

/** Has the store keep of everybody who is read now, and changes from now on, their id and how often they were saved. */
export async function keeping(store: Store, known: ReadonlySet<string> = new Set()): Promise<void> {
  const versions = new Map<string, number>();
  store.watch(({ kind, id, record }) => {
    if (kind !== 'participant') return;
    if (record === undefined) versions.delete(id);
    else versions.set(id, record.version);
  });
  for await (const { id, record } of store.changes('participant', 0, known))
    if (record !== undefined) versions.set(id, record.version);
  store.digests?.keep(form, (id) => (versions.has(id) ? `${id} ${versions.get(id)}` : undefined));
}

/** What any store that keeps what is derived of people must do. */
export function digestContract(home: () => Promise<Home>): void {
  const story = (name: string, tell: (open: () => Promise<Store>) => Promise<void>) =>
    test(name, async () => {
      const { open, leave } = await home();
      await tell(open);
      await leave();
    });

  story('what is derived of people is given to the next start, and nothing of another form', async (open) => {
    const first = await open();
    expect(await taken(first)).toEqual({ given: [], known: [] });
    await save(first, person('ana'));
    await keeping(first);
    await save(first, person('ben'));
    await save(first, { ...person('ana'), version: 1, tries: 1 });
    await first.close();
    const second = await open();
    expect(await taken(second)).toEqual({ given: ['ana 2', 'ben 1'], known: ['ana', 'ben'] });
    expect((await taken(second, form, (id) => id === 'ben')).known).toEqual(['ben']);
    await second.close();
    const third = await open();
    expect((await taken(third, 'another form')).given).toEqual([]);
    await third.close();
  });

  story('whoever changed while nothing was derived of them is not given, and is read', async (open) => {
    const first = await open();
    await keeping(first);
    for (const id of ['ana', 'ben', 'cleo']) await save(first, person(id));
    await first.close();
    const second = await open();
    await save(second, { ...person('ana'), version: 1, tries: 1 });
    await second.erase('participant', 'ben');
    await save(second, person('ben', 'anew'));
    await second.close();
    const third = await open();
    const { given, known } = await taken(third);
    // Files are looked through by folder: nobody more is given than who is as they were.
    expect(['cleo 1'].filter((one) => given.includes(one))).toEqual(given);
    await keeping(third, new Set(known));
    await third.close();
    const fourth = await open();
    const now = (await taken(fourth)).given;
    expect(now).toEqual(expect.arrayContaining(['ana 2', 'ben 1']));
    await fourth.close();
  });

  story('of whoever is erased nothing is given ever after', async (open) => {
    const first = await open();
    await keeping(first);
    for (const id of ['ana', 'ben']) await save(first, person(id));
    await first.erase('participant', 'ana');
    await first.close();
    const second = await open();
    expect((await taken(second)).given).toEqual(['ben 1']);
    await second.close();
  });
}
