import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { base, type ProxyKind, startProxy, type TownProxy } from '../http/base-path/proxy.ts';
import { type App, startApp } from './app.ts';
import { launch, visitor } from './chromium.ts';
import { newestCard, own, withMouse } from './person.ts';
import { withBrowser } from './with-browser.ts';

const kinds: readonly ProxyKind[] = ['stripping', 'whole'];

withBrowser('under a path of the town’s site,', () => {
  describe.each(kinds)('behind a proxy that leaves it %s', (kind) => {
    let proxy: TownProxy;
    let app: App;
    let browser: Browser;
    beforeAll(async () => {
      proxy = await startProxy(kind);
      [app, browser] = await Promise.all([startApp(proxy.settings), launch()]);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await app?.close();
      await proxy?.close();
    }, 30_000);

    test('people converse from the welcome to a first answer, and a reload finds them again', async () => {
      const { page, complaints } = await visitor(browser);
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(new URL(request.url()).pathname));
      const sockets: string[] = [];
      page.on('websocket', (socket) => sockets.push(new URL(socket.url()).pathname));
      await page.goto(`${proxy.url}/`);
      await newestCard(page).waitFor();
      for (let step = 1; step <= 4; step++) {
        await withMouse(page).answer();
        expect(await own(page).count()).toBe(step);
      }
      await page.reload();
      await own(page).nth(3).waitFor();
      await withMouse(page).answer();
      expect([...asked, ...sockets].filter((path) => !path.startsWith(`${base}/`))).toEqual([]);
      expect(sockets.length).toBe(2);
      expect(complaints).toEqual([]);
      await page.context().close();
    }, 60_000);

    test('whoever facilitates comes in by their link, and sees the page change by itself', async () => {
      const { page, complaints } = await visitor(browser);
      await page.goto(app.spaceLink);
      await page.locator('main button').click();
      await page.waitForURL(`${proxy.url}/animation`);
      await page.goto(`${proxy.url}/animation/c/decouverte/suivi`);
      await page.locator('.refresh .open').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    }, 60_000);
  });
});
