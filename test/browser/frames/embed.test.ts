import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { entering } from '#test/http/admin/member.ts';
import { type App, startApp } from '../app.ts';
import { launch, phone, visitor } from '../chromium.ts';
import { withBrowser } from '../with-browser.ts';
import { around, consent, inFrame, type Town, townSite } from './town-site.ts';

/** The line that the facilitator's page gives to copy. */
const lineIn = (html: string, id: string): string =>
  (new RegExp(`<textarea id="${id}"[^>]*>\\n([^<]*)`).exec(html)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

withBrowser('the conversation in the town’s own site', () => {
  let app: App;
  let browser: Browser;
  let town: Town;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launch()]);
    const owner = await entering(app.spaceLink);
    const at = '/animation/c/decouverte/inviter';
    const { text: html } = await owner.get(at);
    const [script, frame] = [lineIn(html, 'script'), lineIn(html, 'frame')];
    town = await townSite({
      '/script': around(script),
      '/english': around(script, 'en-GB'),
      '/named': around(script.replace(' async', ' data-title="Parlons de demain" async')),
      '/frame': around(frame),
      '/facilitator': around(frame.replace('/c/decouverte"', '/c/decouverte/facilitator"')),
    });
    const saved = await owner.post(`${at}/sites`, { origins: town.url }, at);
    if (saved.status !== 200) throw new Error(`The site is not allowed: ${saved.status}`);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await town?.close();
    await app?.close();
  }, 30_000);

  const arrive = async (address: string, options: BrowserContextOptions = {}) => {
    const watched = await visitor(browser, options);
    await watched.page.goto(address);
    return watched;
  };

  test.each(['/script', '/frame'])(
    'stands where the line stands and is answered there (%s)',
    async (path) => {
      const { page, complaints } = await arrive(town.url + path);
      const frame = await inFrame(page);
      await consent(frame);
      expect(await frame.locator('.entry.mine').count()).toBe(1);
      const [box, after] = [
        await page.locator('iframe').boundingBox(),
        await page.locator('#after').boundingBox(),
      ];
      expect(box?.height).toBe(640);
      expect(box?.width).toBeGreaterThan(1200);
      expect(after?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + 640);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test('says what it is to those who do not see it, in the language of the page or in its own words', async () => {
    const titles: (string | null)[] = [];
    for (const path of ['/script', '/english', '/named', '/frame']) {
      const { page } = await arrive(town.url + path);
      titles.push(await page.locator('iframe').getAttribute('title'));
      await page.context().close();
    }
    expect(titles).toEqual([
      'Conversation de la consultation',
      'Conversation of the consultation',
      'Parlons de demain',
      'Découverte',
    ]);
  }, 60_000);

  test('fits a phone, and leads elsewhere in a window of its own', async () => {
    const { page } = await arrive(`${town.url}/script`, { viewport: phone });
    const frame = await inFrame(page);
    await consent(frame);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    const wide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBe(0);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.locator('a[data-say=privacy]').click(),
    ]);
    await opened.waitForLoadState();
    expect(new URL(opened.url()).pathname).toBe('/confidentialite');
    expect(new URL(frame.url()).pathname).toBe('/c/decouverte');
    await page.context().close();
  }, 60_000);

  test.each([
    ['in a site that nobody allowed', () => `${town.stranger}/frame`],
    ['to those who facilitate, even in the site', () => `${town.url}/facilitator`],
  ])(
    'is blocked %s',
    async (_, address) => {
      const { page } = await visitor(browser);
      const said = page.waitForEvent('console', (it) => it.text().includes('frame-ancestors'));
      await page.goto(address());
      expect((await said).type()).toBe('error');
      await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument === null);
      expect((await inFrame(page)).url()).toMatch(/^chrome-error:/);
      await page.context().close();
    },
    60_000,
  );
});
