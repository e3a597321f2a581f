import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Addresses } from '#web/http/pages/assets.ts';
import { workerScript } from '#web/public/chat/worker.ts';
import { base, startProxy, type TownProxy } from '../../http/base-path/proxy.ts';
import { type App, startApp } from '../app.ts';
import { launch, visitor } from '../chromium.ts';
import { newestCard, own, withMouse } from '../person.ts';
import { stretchWire, type Wire } from '../wire.ts';
import { withBrowser } from '../with-browser.ts';
import { until } from './until.ts';

withBrowser('a page that can be installed, under a path of the town’s site', () => {
  let proxy: TownProxy;
  let app: App;
  let browser: Browser;
  let wire: Wire;
  beforeAll(async () => {
    proxy = await startProxy('stripping');
    [app, browser] = await Promise.all([startApp(proxy.settings), launch()]);
    wire = await stretchWire(proxy.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await wire?.close();
    await app?.close();
    await proxy?.close();
  }, 30_000);
  const at = (path: string) => `${wire.url}${base}${path}`;

  test('opens offline with what was said and what was being written, and asks nobody else', async () => {
    const { page, complaints } = await visitor(browser);
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await page.goto(at('/c/decouverte'));
    await newestCard(page).waitFor();
    for (let i = 0; i < 2; i++) await withMouse(page).answer();
    await page.locator('#reply').fill('Un car le soir');
    const held = await shell(page, 4);
    expect(held.every((path) => path === `${base}/c/decouverte` || path.startsWith(`${base}/assets/`))).toBe(
      true,
    );
    const before = await page.locator('.entry').allTextContents();
    wire.cut();
    await page.reload();
    await own(page).nth(1).waitFor();
    expect(await page.locator('.entry').allTextContents()).toEqual(before);
    expect(await page.locator('#reply').inputValue()).toBe('Un car le soir');
    await page.getByText('La connexion est coupée').waitFor();
    await page.locator('#reply').fill('aide');
    await page.locator('#reply').press('Enter');
    await page.locator('.mine.waiting').waitFor();
    wire.mend();
    await page.locator('.theirs[data-label=help]').waitFor({ timeout: 30_000 });
    expect(await page.locator('.theirs[data-label=help]').count()).toBe(1);
    expect(asked.filter((url) => !url.startsWith(`${wire.url}${base}/`))).toEqual([]);
    expect(complaints.filter((said) => !/Failed to load|WebSocket|ERR_/.test(said))).toEqual([]);
    await page.context().close();
  }, 90_000);

  test.each([
    ['fr-FR', 'fr', 'Choisir l’avenir'],
    ['en-GB', 'en', ''],
  ])(
    'says what it is to a device that speaks %s',
    async (locale, lang) => {
      const { page } = await visitor(browser, { locale });
      await page.goto(at('/c/decouverte'));
      const address = await page.locator('link[rel=manifest]').evaluate((it: HTMLLinkElement) => it.href);
      const told = await page.request.get(address, { headers: { 'Accept-Language': locale } });
      expect(told.headers()['content-type']).toBe('application/manifest+json');
      const its = (await told.json()) as Record<string, string> & {
        icons: { src: string; sizes: string; purpose: string }[];
      };
      expect(its).toMatchObject({
        lang,
        start_url: `${base}/c/decouverte`,
        scope: `${base}/c/decouverte`,
        display: 'standalone',
      });
      expect(await page.title()).toContain(its.name);
      expect(its.icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`)).toEqual([
        ...['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512'],
      ]);
      for (const { src, sizes } of its.icons) {
        const size = await page.evaluate(async (path) => {
          const image = new Image();
          image.src = path;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }, src);
        expect(size).toBe(sizes);
      }
      await page.context().close();
    },
    60_000,
  );
});

withBrowser('a new edition of the page', () => {
  let edition = 1;
  let isUp = true;
  const addresses = () =>
    ({
      base: '',
      script: `/assets/${edition}.js`,
      style: `/assets/${edition}.css`,
      icon: '/assets/i.svg',
    }) as Addresses;
  const server = createServer((request, response) => {
    if (!isUp) return void request.socket.destroy();
    const { url = '' } = request;
    const gone = /^\/assets\/\d/.test(url) && !url.startsWith(`/assets/${edition}.`);
    const [type, body] = url.startsWith('/c/')
      ? ['text/html', `<p>${edition}</p><script src="/assets/${edition}.js"></script>`]
      : url === '/worker.js'
        ? ['text/javascript', workerScript(addresses())]
        : ['text/javascript', `self.loaded = ${edition}; navigator.serviceWorker.register('/worker.js')`];
    response.writeHead(gone ? 404 : 200, { 'Content-Type': type });
    response.end(body);
  });
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    browser = await launch();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/c/x`;
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });

  test('takes the place of the former once its last page is closed, and opens offline at once', async () => {
    const { page } = await visitor(browser);
    const context = page.context();
    await page.goto(url);
    await shell(page, 4);
    await page.evaluate(() => navigator.serviceWorker.ready);
    edition = 2;
    await page.reload();
    expect(await page.locator('p').textContent()).toBe('2');
    await until(page, async () => (await navigator.serviceWorker.getRegistration())?.waiting && true, null);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(2);
    await page.close();
    isUp = false;
    const next = await context.newPage();
    await next.goto(url);
    expect(await next.locator('p').textContent()).toBe('2');
    await next.waitForFunction(() => (self as unknown as { loaded?: number }).loaded === 2);
    await until(next, async () => (await caches.keys()).length === 1, null);
    await context.close();
  }, 60_000);
});

/** The paths of what the browser holds of the page itself, once it is that much. */
const shell = (page: Page, least: number): Promise<string[]> =>
  until(
    page,
    async (n) => {
      const found = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
      return found.length >= n && found;
    },
    least,
  );
