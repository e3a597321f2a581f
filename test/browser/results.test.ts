import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Running, removeFolder, running } from '../http/app/running.ts';
import { found } from './axe.ts';
import { desktop, launch, phone, visitor } from './chromium.ts';
import { fullTowns } from './full-town.ts';
import { beyond, faint } from './inspect.ts';
import { withBrowser } from './with-browser.ts';

/** Sixty people agree on a shared vision; of twenty, the group prefers other directions in several domains. */
const towns = [
  { id: 'ville', people: 60 },
  { id: 'bourg', people: 20, domains: ['buildings', 'mobility', 'commerce'] },
] as const;
const A4 = { width: 794, height: 1123 };

withBrowser('the page of results', () => {
  let app: Running;
  let browser: Browser;
  beforeAll(async () => {
    const folder = await fullTowns(
      towns.map((one) => ({ ...one, domains: [...('domains' in one ? one.domains : every)] })),
    );
    [app, browser] = await Promise.all([running(folder), launch()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await removeFolder(app.dataDir);
  }, 30_000);

  const arrive = async (code: string, options: Parameters<typeof visitor>[1] = {}, lang = 'fr') => {
    const watched = await visitor(browser, options);
    await watched.page.goto(`${app.url}/c/${code}/resultats?lang=${lang}`);
    return watched;
  };

  test.each(['fr', 'en'])(
    'is read on a phone and on a desk, shut and open (%s)',
    async (lang) => {
      for (const { id } of towns)
        for (const viewport of [phone, desktop]) {
          const { page, complaints } = await arrive(id, { viewport }, lang);
          const at = `${id} ${viewport.width}`;
          expect([at, await page.locator('html').getAttribute('lang')]).toEqual([at, lang]);
          expect([at, await beyond(page)]).toEqual([at, 0]);
          if (viewport === phone)
            expect([at, (await topOf(page, 'domaines')) <= 6 * phone.height]).toEqual([at, true]);
          expect([at, await found(page)]).toEqual([at, []]);
          await open(page);
          expect([at, await beyond(page)]).toEqual([at, 0]);
          expect([at, await found(page)]).toEqual([at, []]);
          expect([at, await faint(page)]).toEqual([at, []]);
          expect([at, complaints]).toEqual([at, []]);
          await page.context().close();
        }
    },
    180_000,
  );

  test('its contents lead to each part, in the order in which they are read', async () => {
    const { page } = await arrive('ville', { viewport: phone });
    const links = page.locator('nav.contents a');
    const places = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const parts = await page.locator('section.part').evaluateAll((all) => all.map(({ id }) => `#${id}`));
    expect(places).toEqual(parts);
    expect(parts.slice(0, 7).join(' ')).toBe(
      '#rassemble #divise #ecarte #inconnu #facons-de-voir #combinaison #domaines',
    );
    for (const [i, place] of places.entries()) {
      await links.nth(i).click();
      expect(new URL(page.url()).hash).toBe(place);
      // At the top of the window, unless the page ends before.
      const isThere = await page.evaluate((id) => {
        const top = document.querySelector(id ?? '')?.getBoundingClientRect().top ?? -1;
        const isAtEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
        return Math.abs(top) < 60 || isAtEnd;
      }, place);
      expect([place, isThere]).toEqual([place, true]);
      // Its title links to it, to be handed on.
      expect(await page.locator(`section${place} > h2 a`).getAttribute('href')).toBe(place);
    }
    await page.context().close();
  }, 60_000);

  test('figures open by the keyboard alone', async () => {
    const { page } = await arrive('ville', { viewport: phone });
    const first = page.locator('#rassemble details').first();
    expect(await first.locator('dl').isVisible()).toBe(false);
    await page.locator('#rassemble > h2 a').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.keyboard.press('Enter');
    expect(await first.locator('dl').isVisible()).toBe(true);
    expect(await first.locator('dl').textContent()).toMatch(/Souhaitable.*personnes \(\d+\s%, soit entre/);
    await page.keyboard.press('Space');
    expect(await first.locator('dl').isVisible()).toBe(false);
    await page.context().close();
  }, 60_000);

  test('where the group prefers other directions, that comes before the combination', async () => {
    const { page } = await arrive('bourg', { viewport: phone });
    const part = page.locator('#combinaison');
    expect(await part.locator('h2').textContent()).toContain('Une combinaison qui tient');
    const [question, direction] = await part.evaluate((it) => [
      it.querySelector('li')?.getBoundingClientRect().top ?? 0,
      it.querySelector('dl.directions')?.getBoundingClientRect().top ?? 0,
    ]);
    expect(question).toBeGreaterThan(0);
    expect(question).toBeLessThan(direction ?? 0);
    for (const asked of await part.locator('h3 + ul > li').allTextContents()) expect(asked).toMatch(/\?$/);
    await page.context().close();
  }, 60_000);

  test('on A4 nothing is hidden that was open, and no heading is parted from its content', async () => {
    const { page } = await arrive('ville', { viewport: A4 });
    await page.emulateMedia({ media: 'print' });
    expect(await beyond(page)).toBe(0);
    expect(await page.locator('.screen:visible').count()).toBe(0);
    expect(await parted(page)).toEqual([]);
    const pages =
      (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(11);
    await page.context().close();
  }, 60_000);
});

const every = ['buildings', 'mobility', 'commerce', 'health', 'learning', 'production'] as const;

const open = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });

const topOf = (page: Page, id: string) =>
  page.evaluate((its) => document.getElementById(its)?.getBoundingClientRect().top ?? Number.NaN, id);

/** Headings that a sheet of paper may end after, by what their style says. */
const parted = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, summary')]
      .filter((it) => it.checkVisibility() && getComputedStyle(it).breakAfter !== 'avoid')
      .map((it) => it.outerHTML.slice(0, 80)),
  );
