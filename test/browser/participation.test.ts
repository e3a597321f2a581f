import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { begin } from '../http/app/person.ts';
import { removeFolder } from '../http/app/running.ts';
import { usualFolder } from '../http/app/usual-folder.ts';
import { type App, startApp } from './app.ts';
import { launch, visitor } from './chromium.ts';
import { withBrowser } from './with-browser.ts';

const home = '/animation/c/decouverte';
const here = `${home}/suivi`;
const hidden = 'Un nom qui ne se lit pas';

withBrowser('the pages of a consultation that is going on', () => {
  let app: App;
  let browser: Browser;
  let folder: string;
  /** The session of whoever opened the one-time link. */
  let session: Awaited<ReturnType<BrowserContext['storageState']>>;
  beforeAll(async () => {
    // There, people are asked for their own words too.
    folder = await usualFolder();
    [app, browser] = await Promise.all([startApp({ DATA_DIR: folder }), launch()]);
    const { page } = await visitor(browser);
    await page.goto(app.spaceLink);
    await page.locator('main button').click();
    await page.waitForURL('**/animation');
    session = await page.context().storageState();
    await page.context().close();
    for (let i = 0; i < 6; i++) {
      const person = await begin(app.url);
      await person.submit({
        ...{ act: 'answer', question: 'mobility-own-words' },
        ...{ value: i === 0 ? hidden : `Un bus n° ${i}`, shared: i === 0 ? 'false' : 'true' },
      });
    }
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await removeFolder(folder);
  }, 30_000);

  const arrive = async (path: string, options: Parameters<typeof visitor>[1] = {}) => {
    const watched = await visitor(browser, { storageState: session, ...options });
    await watched.page.goto(app.url + path);
    return watched;
  };

  test('moves while people answer: the number is told politely, and what is open or focused stays so', async () => {
    const { page, complaints } = await arrive(here);
    const count = page.locator('#live-count');
    expect(await count.getAttribute('aria-live')).toBe('polite');
    expect(await count.textContent()).toContain('Personne n’a encore donné d’avis');
    await page.getByText('En direct').waitFor();
    expect(await page.getByRole('link', { name: 'Actualiser' }).isVisible()).toBe(false);
    const summary = page.locator('#items-mobility > summary');
    await summary.click();
    const told = await count.elementHandle();
    const rest = await page.locator('#live-rest').elementHandle();

    await Promise.all(Array.from({ length: 6 }, () => begin(app.url)));
    await page.locator('#live-rest li').filter({ hasText: '12 ont commencé' }).waitFor();
    await page.waitForFunction((old) => !old?.isConnected, rest);
    expect(await told?.evaluate((it) => it.isConnected)).toBe(true);
    expect(await page.locator('#items-mobility').getAttribute('open')).toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('items-mobility-open');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('gives the way to look again where nothing comes by itself', async () => {
    const { page } = await arrive('/animation');
    await page.route('**/suivi/flux*', (route) => route.abort());
    await page.goto(app.url + here);
    await page.getByRole('link', { name: 'Actualiser' }).waitFor();
    expect(await page.getByText('En direct').count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test('says the same without a script', async () => {
    const { page } = await arrive(here, { javaScriptEnabled: false });
    expect(await page.locator('#live-count').textContent()).toMatch(/donné/);
    await page.getByRole('link', { name: 'Actualiser' }).click();
    expect(new URL(page.url()).pathname).toBe(here);
    await page.goto(`${app.url}${home}/textes`);
    expect(await page.content()).not.toContain(hidden);
    const first = page.locator('.texts > li').first();
    await first.locator('summary').click();
    await first.getByLabel('Raison').selectOption('rare');
    await first.getByRole('button', { name: 'À citer' }).click();
    expect(await page.locator('.told').textContent()).toContain('Votre choix est noté.');
    await page.context().close();
  }, 60_000);

  test('a text is set aside by keyboard alone, after the reason that was missing', async () => {
    const { page, complaints } = await arrive(`${home}/textes?tri=unsorted`);
    const first = page.locator('.texts > li').first();
    const before = await page.locator('.texts > li').count();
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    await first.getByRole('button', { name: 'Mettre de côté' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.problems').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('problems');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Trop court pour être compris');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // It stays where it stands, and is not asked for again.
    await page.locator('.texts > li[data-mark="aside"]').waitFor();
    await page.goto(`${app.url}${home}/textes?tri=unsorted`);
    expect(await page.locator('.texts > li').count()).toBe(before - 1);
    await page.goto(`${app.url}${home}/textes?tri=aside`);
    expect(await page.locator('.texts').textContent()).toContain('Trop court pour être compris');
    // A refused form is answered with 422, which the browser notes as an error.
    expect(complaints.filter((it) => !it.includes('422'))).toEqual([]);
    await page.context().close();
  }, 60_000);
});
