import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserContext, chromium as engine, type Frame, type Page } from 'playwright-core';
import { type App, startApp } from '../app.ts';
import { findChromium, flags, phone } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { withBrowser } from '../with-browser.ts';
import { around, consent, inFrame, type Town, townSite } from './town-site.ts';

/** What the browsers of these people refuse to keep, as Chromium writes its settings. */
const refusing = {
  foreign: { block_third_party_cookies: true, cookie_controls_mode: 1 },
  everything: { default_content_setting_values: { cookies: 2 } },
} as const;

withBrowser(
  'a browser that keeps nothing',
  () => {
    let app: App;
    let town: Town;
    beforeAll(async () => {
      app = await startApp({ FRAME_ANCESTORS: "'self' http://localhost:* http://127.0.0.1:*" });
      const frame = (attributes: string) =>
        around(`<iframe src="${app.url}/c/decouverte" width="100%" height="720" ${attributes}></iframe>`);
      town = await townSite({
        '/frame': frame(''),
        '/sandbox': frame('sandbox="allow-scripts allow-forms allow-popups"'),
      });
    }, 60_000);
    afterAll(async () => {
      await town?.close();
      await app?.close();
    }, 30_000);

    test('says so for a site within another before the first answer, and leads to a tab or by a code', async () => {
      await withRefusal('foreign', async (context) => {
        const page = await context.newPage();
        const frame = await forewarned(page, '/frame');
        const [tab] = await Promise.all([
          context.waitForEvent('page'),
          frame.getByText('Ouvrir la conversation dans un onglet à part').click(),
        ]);
        await tab.waitForLoadState();
        expect(tab.url()).toBe(`${app.url}/c/decouverte`);
        await tab.close();
        await comesBack(page, () => inFrame(page));
      });
    }, 60_000);

    test('says so for a frame that was given no origin, whose tabs would have none either', async () => {
      await withRefusal('foreign', async (context) => {
        const page = await context.newPage();
        const frame = await forewarned(page, '/sandbox');
        expect(await frame.locator('#unkept a').count()).toBe(0);
        await comesBack(page, () => inFrame(page));
      });
    }, 60_000);

    test('says so in a tab of its own, where no other tab would help', async () => {
      await withRefusal('everything', async (context) => {
        const page = await context.newPage();
        await page.goto(`${app.url}/c/decouverte`);
        expect(await keeps(page)).toBe('SecurityError');
        await said(page, 'Votre navigateur ne garde rien de cette page.');
        expect(await page.locator('#unkept a').count()).toBe(0);
        await page.locator('#other-language').click();
        await said(page, 'Your browser does not remember this page.');
        await page.goto(app.facilitatorLink);
        await said(page, 'Laissez-la ouverte');
      });
    }, 60_000);

    test('is not spoken of where a reload finds the conversation again', async () => {
      await withRefusal('foreign', async (context) => {
        const page = await context.newPage();
        await page.goto(`${app.url}/c/decouverte`);
        await consent(page);
        expect(await page.locator('#unkept').isVisible()).toBe(false);
        await page.reload();
        await page.locator('.entry.mine').waitFor();
      });
    }, 60_000);

    /** Somebody comes to a page of the town's, and is told before they answered anything. */
    async function forewarned(page: Page, path: string): Promise<Frame> {
      await page.goto(town.url + path);
      const frame = await inFrame(page);
      expect(await keeps(frame)).toBe('SecurityError');
      await said(frame, 'Votre navigateur ne garde rien de cette page.');
      expect(await frame.locator('.entry.mine').count()).toBe(0);
      expect(await beyond(page)).toBe(0);
      return frame;
    }

    /** Somebody answers, takes a code, and goes on by it after the page was reloaded. */
    async function comesBack(page: Page, inside: () => Promise<Frame>): Promise<void> {
      const before = await inside();
      await consent(before);
      await write(before, 'pause');
      const code = (await before.getByText(/^[A-Z0-9]{4,5}(-[A-Z0-9]{4,5})+$/).textContent()) ?? '';
      await page.reload();
      const after = await inside();
      await said(after, 'Votre navigateur ne garde rien de cette page.');
      await after.locator('.theirs .card').last().waitFor();
      await write(after, code);
      await after.getByText('Nous reprenons là où vous en étiez').waitFor();
    }
  },
  findChromium(),
);

const said = (where: Page | Frame, words: string) =>
  where.locator('#unkept').getByText(words).waitFor({ timeout: 15_000 });

async function write(frame: Frame, words: string): Promise<void> {
  await frame.locator('#reply').fill(words);
  await frame.locator('#reply').press('Enter');
}

/** What comes of looking at what the browser keeps there. */
const keeps = (where: Page | Frame) =>
  where.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return error instanceof DOMException ? error.name : 'another mistake';
    }
  });

/** A browser of its own, on a phone, that refuses to keep something. */
async function withRefusal(
  what: keyof typeof refusing,
  run: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-browser-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile: refusing[what] }));
  const context = await engine.launchPersistentContext(folder, {
    ...{ executablePath: findChromium() ?? '', args: flags, locale: 'fr-FR', viewport: phone },
  });
  try {
    await run(context);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}
