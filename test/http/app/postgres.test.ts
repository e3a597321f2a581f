import { afterAll, expect, test } from '@jest/globals';
import { entering, readable } from '#test/http/admin/member.ts';
import { caller } from '#test/http/api/caller.ts';
import { until } from '#test/http/teams/until.ts';
import { onPostgres } from '#test/store/postgres/suite.ts';
import { call } from './call.ts';
import { answers, minGroup } from './crowd.ts';
import { kept } from './kept.ts';
import { newFolder } from './new-folder.ts';
import { begin } from './person.ts';
import { goOn } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

const FACILITATOR_KEY = 'a key of the tests '.repeat(2).replaceAll(' ', '-');

/** The program on a database, with a data folder of its own that holds nothing of before. */
async function on(url: string): Promise<Running> {
  const dir = await newFolder();
  folders.push(dir);
  return running(dir, { DATABASE_URL: url, FACILITATOR_KEY });
}

onPostgres('the program on PostgreSQL', (server) => {
  test('takes people through a domain, closes, and has the result when it starts again elsewhere', async () => {
    const url = await (await server()).database();
    let app = await on(url);
    await Promise.all(Array.from({ length: minGroup }, () => answers(app.url)));
    const halfway = await begin(app.url, 'health');
    const turns: unknown[] = [];
    await goOn(halfway, (exchange) => turns.push(exchange) === 3);
    const person = await kept(halfway);
    expect(Object.keys(person.answers).length).toBeGreaterThan(1);
    const consultation = '/consultations/decouverte';
    const closed = await caller(app.url, FACILITATOR_KEY).send('POST', `${consultation}/close`);
    expect(closed.status).toBe(200);
    const read = async () => {
      const program = caller(app.url, FACILITATOR_KEY);
      const [result, following] = await Promise.all(
        ['results', 'following'].map((what) => program.get(`${consultation}/${what}`)),
      );
      expect([result?.status, following?.status]).toEqual([200, 200]);
      return { result: result?.body, following: following?.body };
    };
    const before = await read();
    expect(JSON.stringify(before.result)).toContain(`"n":${minGroup}`);
    await app.stop();
    app = await on(url);
    expect(await read()).toEqual(before);
    await app.stop();
  }, 60_000);

  test('says where its backups are made, and loses nobody while the database is away', async () => {
    const { database, stop, start } = await server();
    const app = await on(await database());
    const owner = await entering(app.spaceLink);
    expect(readable((await owner.get('/animation/sauvegardes')).text)).toContain('base de données');
    const person = await begin(app.url);
    await stop();
    expect((await person.press()).status).toBe(503);
    const ready = () => call(`${app.url}/readyz`);
    await until(async () => (await ready()).status === 503);
    expect((await ready()).body).toMatchObject({ why: { store: 'database-away' } });
    await start();
    await until(async () => (await ready()).status === 200);
    expect((await person.press()).status).toBe(200);
    await app.stop();
  }, 60_000);
});
