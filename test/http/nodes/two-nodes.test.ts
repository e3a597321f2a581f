import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { primary } from '#src/tools/simulate/card.ts';
import { entering } from '#test/http/admin/member.ts';
import { onPostgres } from '#test/store/postgres/suite.ts';
import { arrive, Person } from '../app/person.ts';
import { filled } from '../app/robot.ts';
import { type Running, running } from '../app/running.ts';

onPostgres('two nodes on one database', (server) => {
  let url = '';
  let one: Running;
  let two: Running;
  const node = () => running(undefined, { DATABASE_URL: url, FACILITATOR_KEY: 'k'.repeat(32) });
  beforeAll(async () => {
    url = await (await server()).database();
    // At the same moment: one makes the tables and the keys, and both know them.
    [one, two] = await Promise.all([node(), node()]);
  }, 60_000);
  afterAll(async () => {
    await one?.stop();
    await two?.stop();
  });

  const at = ({ url: its }: Running, { token, conversation }: Person) => new Person(its, token, conversation);

  /** Goes one card on, on one node, and reads on the other. */
  async function onward(by: Person, reading: Person): Promise<number> {
    const card = reading.card;
    const forward = card && primary(card);
    if (card === undefined || forward === undefined) throw new Error('No way forward is in sight');
    const { status } = await by.tap(forward, filled(card.inputs));
    await reading.read();
    return status;
  }

  test('somebody is answered on whichever node, and goes on where the other one is gone', async () => {
    const here = await arrive(one.url);
    const there = at(two, here);
    await there.read();
    expect(there.card).toBeDefined();
    // The socket on one node, what is said on the other.
    const socket = new WebSocket(
      `${two.url.replace('http', 'ws')}/v3/directline/conversations/${here.conversation}/stream?t=${here.token}`,
    );
    const frames: string[] = [];
    socket.on('message', (frame) => frames.push(String(frame)));
    await once(socket, 'open');
    for (let turn = 0; turn < 6; turn++) expect(await onward(turn % 2 === 0 ? here : there, there)).toBe(200);
    expect(frames.filter((frame) => frame.includes('"label"')).length).toBeGreaterThan(5);
    const closed = once(socket, 'close');
    await one.stop();
    await closed;
    // Nothing is said again to whoever has read all: they go on as if nothing had happened.
    expect(await there.read()).toEqual([]);
    for (let turn = 0; turn < 4; turn++) expect(await onward(there, there)).toBe(200);
    one = await node();
  }, 60_000);

  test('who missed something as a node stopped is told where they are', async () => {
    const here = await arrive(one.url);
    for (let turn = 0; turn < 3; turn++) expect(await onward(here, here)).toBe(200);
    const socket = new WebSocket(
      `${one.url.replace('http', 'ws')}/v3/directline/conversations/${here.conversation}/stream?t=${here.token}`,
    );
    await once(socket, 'open');
    const behind = at(two, here);
    await one.stop();
    const heard = await behind.read();
    expect(heard.map(({ label }) => label)).toContain('question');
    expect(behind.card).toBeDefined();
    one = await node();
  }, 60_000);

  test('a link opens once, on whichever node, and who came in by it is known on every other', async () => {
    const member = await entering(one.spaceLink.replace(one.url, two.url));
    expect((await fetch(one.spaceLink)).status).toBe(410);
    const headers = { cookie: member.cookie };
    expect((await fetch(`${one.url}/animation`, { headers, redirect: 'manual' })).status).toBe(200);
  });
});
