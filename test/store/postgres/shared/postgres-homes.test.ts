import { generateKeySync } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '#store/postgres/database.ts';
import { migrate } from '#store/postgres/migrate.ts';
import { createPostgresHomes, type PostgresHomes } from '#store/postgres/shared/postgres-homes.ts';
import { onPostgres } from '../suite.ts';

onPostgres('homes of conversations', (server) => {
  const key = generateKeySync('hmac', { length: 256 });
  const open: { close(): unknown }[] = [];
  afterAll(async () => {
    for (const one of open.reverse()) await one.close();
  });

  interface Node {
    readonly homes: PostgresHomes;
    readonly lost: string[];
    readonly silent: string[];
    /** Moves its clock, in milliseconds. */
    readonly later: (ms: number) => void;
  }

  async function nodes(n: number) {
    const url = await (await server()).database();
    const database = openDatabase(url);
    open.push(database);
    await migrate(database);
    const all = await Promise.all(
      Array.from({ length: n }, (_, i) => node(database, `http://10.0.0.${i}:3978`)),
    );
    return { database, all: all as [Node, Node, ...Node[]] };
  }

  async function node(database: Database, address: string): Promise<Node> {
    const [lost, quiet]: [string[], string[]] = [[], []];
    let now = 0;
    const homes = createPostgresHomes({
      ...{ database, key, address: () => address, isLive: () => false, clock: () => now },
      onLost: (conversation) => void lost.push(conversation),
      onSilent: (one) => void quiet.push(one),
    });
    open.push(homes);
    await homes.start();
    const later = (ms: number) => {
      now += ms;
    };
    return { homes, lost, silent: quiet, later };
  }

  /** Node `address` was not heard of for so long. */
  const silent = (database: Database, address: string) =>
    database.query("UPDATE trajectoires.nodes SET seen = seen - interval '6 seconds' WHERE address = $1", [
      address,
    ]);

  test('of all nodes that are asked for a conversation at once, one is its home, and all say which', async () => {
    const { all } = await nodes(3);
    for (let i = 0; i < 10; i++) {
      const found = await Promise.all(all.map(({ homes }) => homes.of(`conversation ${i}`)));
      expect(found.filter((home) => home === 'here')).toHaveLength(1);
      const others = found.flatMap((home) => (home === 'here' ? [] : home.address));
      expect(others).toEqual(Array(2).fill(`http://10.0.0.${found.indexOf('here')}:3978`));
    }
  });

  test('a conversation goes on elsewhere once its node is not heard of, and that node lets go of it', async () => {
    const { all, database } = await nodes(2);
    const [one, two] = all;
    expect(await one.homes.of('a')).toBe('here');
    expect(await one.homes.of('b')).toBe('here');
    expect(await two.homes.of('a')).toMatchObject({ address: 'http://10.0.0.0:3978' });
    // A machine that stood still: it says nothing, and believes that no time passed.
    one.homes.close();
    await silent(database, 'http://10.0.0.0:3978');
    // Others learn each second who lives; one that comes then knows.
    const third = await node(database, 'http://10.0.0.2:3978');
    expect(await third.homes.of('a')).toBe('here');
    one.later(6_000);
    expect(await one.homes.of('b')).toBe('here');
    expect(one.lost).toEqual(['a']);
    expect(await one.homes.of('a')).toMatchObject({ address: 'http://10.0.0.2:3978' });
  });

  test('whoever waits for a node is told once it is heard of no more, and not where another one is at its address', async () => {
    const { all, database } = await nodes(3);
    const [one, two, three] = all;
    one.homes.close();
    three?.homes.close();
    // It learns of both first.
    two.later(6_000);
    await two.homes.of('a');
    await node(database, 'http://10.0.0.2:3978');
    await silent(database, 'http://10.0.0.0:3978');
    two.later(6_000);
    await two.homes.of('b');
    expect(two.silent).toEqual(['http://10.0.0.0:3978']);
  });

  test('a node that leaves keeps nobody from its conversations, and takes none any more', async () => {
    const { all } = await nodes(2);
    const [one, two] = all;
    expect(await one.homes.of('a')).toBe('here');
    await one.homes.leave();
    // Nobody took it yet: whoever stays is asked, and takes it.
    expect(await one.homes.of('a')).toMatchObject({ address: 'http://10.0.0.1:3978' });
    expect(await two.homes.of('a')).toBe('here');
    expect(await one.homes.of('a')).toMatchObject({ address: 'http://10.0.0.1:3978' });
    await two.homes.leave();
    // Nobody stays: what is at work here ends here.
    expect(await two.homes.of('b')).toBe('here');
  });

  test('a node that starts again at its address waits for nothing that was at home there', async () => {
    const { all, database } = await nodes(2);
    const [one, two] = all;
    expect(await one.homes.of('a')).toBe('here');
    one.homes.close();
    // It died a moment ago, and is believed to live.
    const again = await node(database, 'http://10.0.0.0:3978');
    expect(await again.homes.of('a')).toBe('here');
    expect(await two.homes.of('a')).toMatchObject({ address: 'http://10.0.0.0:3978' });
  });

  test('a conversation of a node that was found gone is taken over at once', async () => {
    const { all } = await nodes(3);
    const [one, two, three] = all;
    expect(await one.homes.of('a')).toBe('here');
    const home = await two.homes.of('a');
    if (home === 'here') throw new Error('it is not');
    await two.homes.takeOver('a', home.node);
    expect(await two.homes.of('a')).toBe('here');
    // Whoever comes later finds it there, and takes it from nobody who lives.
    await three?.homes.takeOver('a', home.node);
    expect(await three?.homes.of('a')).toMatchObject({ address: 'http://10.0.0.1:3978' });
  });

  test('no name of a conversation stands in the database', async () => {
    const { all, database } = await nodes(1);
    await all[0].homes.of('["msteams","a:1lise"]');
    expect(JSON.stringify(await database.query('SELECT * FROM trajectoires.homes'))).not.toContain('lise');
  });
});
