import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { agreed, peopled } from '#test/http/admin/peopled.ts';
import { type Running, removeFolder } from '#test/http/app/running.ts';
import { launch, phone, visitor } from './chromium.ts';
import { withBrowser } from './with-browser.ts';

const texts = 20;
const people = Array.from({ length: texts }, (_, i) =>
  agreed(`p${i}`, {
    answers: {
      'mobility-own-words': { kind: 'text', value: `Texte numéro ${i}, assez court.`, shared: true },
    },
  }),
);

withBrowser('free texts are sorted where they stand', () => {
  let app: Running;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([peopled(people), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await removeFolder(app.dataDir);
  }, 30_000);

  const counts = (page: Page) => page.locator('#counts').textContent();
  const counted = (page: Page, words: string) =>
    page.waitForFunction(
      (wanted) => document.querySelector('#counts')?.textContent?.replace(/\s/g, ' ').includes(wanted),
      words,
    );

  test('twenty with one click and a key each, taken back by a key; and by one tap on a telephone', async () => {
    const { page, complaints } = await visitor(browser);
    await page.goto(app.spaceLink);
    await page.getByRole('button').first().click();
    await page.goto(`${app.url}/animation/c/decouverte/textes?tri=unsorted`);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.getByRole('button', { name: 'Trier au clavier' }).click();
    const began = performance.now();
    for (let i = 0; i < texts; i++) await page.keyboard.press(`${(i % 6) + 1}`);
    await counted(page, 'À classer : 0 · À citer : 11 · Mis de côté : 9');
    console.info(`${texts} texts: 1 click, ${texts} keys, ${Math.round(performance.now() - began)} ms`);
    await page.keyboard.press('u');
    await counted(page, 'À classer : 1 ·');
    await page.keyboard.press('u');
    await counted(page, 'À classer : 2 ·');
    // A mark that takes the place of another one is taken back to that one.
    await page.locator('[data-text]').first().focus();
    await page.keyboard.press('4');
    await counted(page, 'Mis de côté : 10');
    await page.keyboard.press('u');
    await counted(page, 'Mis de côté : 9');
    await page.locator('[data-text]').first().getByText('Représentatif ·').waitFor();
    expect(loads).toBe(0);

    // Where somebody writes a reason of their own, letters are letters.
    const open = page.locator('[data-text]:not([data-mark])').first();
    const id = await open.getAttribute('id');
    await open.focus();
    await page.keyboard.press('a');
    await page.keyboard.type('Une vue 1 unique');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await counted(page, 'À classer : 1 ·');
    await page.locator(`#${id}`).getByText('Une vue 1 unique').waitFor();
    await page.keyboard.press('u');
    await counted(page, 'À classer : 2 ·');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/sorting.png` });

    await page.setViewportSize(phone);
    await page
      .locator('[data-text]:not([data-mark])')
      .first()
      .getByRole('button', { name: 'Hors sujet' })
      .click();
    await counted(page, 'À classer : 1 ·');
    await page.getByRole('button', { name: 'Annuler le dernier choix' }).click();
    await counted(page, 'À classer : 2 ·');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/sorting-phone.png` });
    expect(await counts(page)).toMatch(/À citer\s:\s9\b/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(loads).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);
});
