import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type App, startApp } from './app.ts';
import { launch, phone, visitor } from './chromium.ts';
import { answered, newestCard, own, primary } from './person.ts';
import { stretchWire } from './wire.ts';
import { withBrowser } from './with-browser.ts';

/** From the link to the first question, all that comes to a phone that never was here. */
const mostBytes = 70_000;

withBrowser('the first words of the chat page', () => {
  let app: App;
  let browser: Browser;
  let data: string;
  let now = () => new Date().toISOString();
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'trajectoires-first-'));
    const settings = { DATA_DIR: data, FRAME_ANCESTORS: "'self' http://localhost:*" };
    [app, browser] = await Promise.all([startApp(settings, undefined, () => now()), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await rm(data, { recursive: true, force: true });
  }, 30_000);

  const arrive = async (options = {}) => {
    const watched = await visitor(browser, { viewport: phone, ...options });
    return { ...watched, go: (url = app.url) => watched.page.goto(`${url}/c/decouverte`) };
  };

  test.each([
    ['fr-FR', 'Avant de commencer', 'Commencer'],
    ['en-GB', 'Before we begin', 'Begin'],
  ])(
    'are there without a script, in %s, and hold nothing of anybody',
    async (locale, heading, yes) => {
      const { page, complaints, go } = await arrive({ locale, javaScriptEnabled: false });
      const before = await readdir(data, { recursive: true });
      await go();
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(await page.getByRole('button', { name: yes, exact: true }).isVisible()).toBe(true);
      expect(await readdir(data, { recursive: true })).toEqual(before);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    30_000,
  );

  test('take a yes before the script is there, once, and give way to the assistant in place', async () => {
    const { page, complaints, go } = await arrive();
    const script = Promise.withResolvers<void>();
    await page.route('**/assets/page-*.js', async (route) => {
      await script.promise;
      await route.continue();
    });
    await page.goto(`${app.url}/c/decouverte`, { waitUntil: 'commit' });
    const yes = primary(newestCard(page));
    await yes.click();
    await yes.click({ force: true });
    expect(await page.locator('[data-stand-in][aria-busy=true]').count()).toBe(1);
    expect(await standing(page)).toBe(2);
    await answered(page, async () => script.resolve());
    expect(await standing(page)).toBe(0);
    expect(await own(page).allTextContents()).toEqual([expect.stringContaining('Commencer')]);
    expect(await page.locator('[data-label=consent]').count()).toBe(1);

    // Whoever is known here finds the conversation again, and is not welcomed twice.
    await go();
    expect(await standing(page)).toBe(0);
    await page.locator('[data-label=profile]').waitFor();
    expect(await page.locator('[data-label=welcome]').count()).toBe(1);
    expect(await page.locator('[data-label=consent]').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('come, with all that follows to the first question, in at most 70 KB', async () => {
    const wire = await stretchWire(app.url);
    const { page, go } = await arrive();
    await go(wire.url);
    await answered(page, () => primary(newestCard(page)).click());
    await page.locator('.past[data-label=consent]').waitFor();
    expect(wire.came()).toBeLessThanOrEqual(mostBytes);
    await page.context().close();
    await wire.close();
  }, 60_000);

  test('are not said where the consultation is not open, nor to whoever facilitates', async () => {
    const said = async (path: string) => (await fetch(app.url + path)).text();
    expect(await said('/c/decouverte')).toContain('data-stand-in');
    expect(await said('/c/decouverte/facilitator')).not.toContain('<div data-stand-in');
    now = () => '2020-01-01T00:00:00.000Z';
    expect(await said('/c/decouverte')).not.toContain('<div data-stand-in');
    now = () => new Date().toISOString();
  });
});

const standing = (page: Page) => page.locator('[data-stand-in]').count();
