import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filled } from '../api/filled.ts';
import { type Running, removeFolder } from '../app/running.ts';
import { base, type ProxyKind, startProxy, type TownProxy } from './proxy.ts';
import { type Visitor, visitor } from './visitor.ts';
import { walk } from './walk.ts';

const kinds: readonly ProxyKind[] = ['stripping', 'whole'];

describe.each(kinds)('behind a proxy that leaves the path %s', (kind) => {
  let proxy: TownProxy;
  let app: Running;
  let owner: Visitor;
  beforeAll(async () => {
    proxy = await startProxy(kind);
    app = await filled(34, proxy.settings);
    owner = visitor();
  }, 60_000);
  afterAll(async () => {
    await app.stop();
    await proxy.close();
    await removeFolder(app.dataDir);
  });
  const at = (path: string) => new URL(proxy.url + path);

  test('the links that the start prints lead there', () => {
    for (const link of [app.url, app.spaceLink, app.facilitatorLink]) expect(link).toContain(proxy.url);
  });

  test('the one-time link opens the space, by a cookie for the space alone', async () => {
    const entered = await owner.fetch(new URL(app.spaceLink), { method: 'POST' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, `${base}/animation`]);
    expect((await owner.fetch(at('/animation'))).status).toBe(200);
    expect(owner.given.length).toBeGreaterThan(1);
    for (const cookie of owner.given) {
      expect(cookie).toContain(`Path=${base}/animation;`);
      expect(cookie).not.toMatch(/^__Host-/);
    }
  });

  test('every address on every page, public or of the space, stands under the path and answers', async () => {
    const authorization = `Bearer ${app.facilitatorKey}`;
    const publish = { method: 'POST', headers: { authorization } };
    expect((await owner.fetch(at('/api/consultations/decouverte/publish'), publish)).status).toBe(200);
    const starts = ['/', '/facilitator', '/catalogue', '/integration.js', '/animation?lang=en'];
    const { outside, silent, paths } = await walk(at('/'), starts.map(at), owner);
    expect({ outside, silent }).toEqual({ outside: [], silent: [] });
    const pages = [
      '',
      '/c/decouverte/resultats',
      '/confidentialite',
      '/animation/c/decouverte/reglages/about',
    ];
    expect(paths).toEqual(expect.arrayContaining([...pages.map((path) => `${base}${path || '/'}`)]));
    expect(paths.length).toBeGreaterThan(60);
  }, 60_000);
});
