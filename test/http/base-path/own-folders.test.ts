import { mock } from 'node:test';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import restify, { type Server } from 'restify';
import { ownFolders } from '#web/http/base-path.ts';
import { type Running, removeFolder, running } from '../app/running.ts';

let app: Running;
let server: Server | undefined;
beforeAll(async () => {
  const { createServer } = restify;
  const made = mock.method(restify, 'createServer', (...options: Parameters<typeof createServer>) => {
    server = createServer(...options);
    return server;
  });
  app = await running();
  made.mock.restore();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

test('no path that PUBLIC_URL may have begins like an address that is served', () => {
  const routes = Object.values(server?.router.getRoutes() ?? {});
  expect(routes.length).toBeGreaterThan(50);
  const folders = routes.map(({ path }) => String(path).split('/')[1] ?? '');
  expect([...new Set(folders)].filter((one) => one !== '').sort()).toEqual([...ownFolders]);
});
