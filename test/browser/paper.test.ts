import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { found } from './axe.ts';
import { desktop, phone, visitor, type Watched } from './chromium.ts';
import { opened, withBrowser } from './with-browser.ts';

const here = '/animation/c/decouverte/papier';
/** Of the first domain. */
const trajectories = 11;

withBrowser('paper sheets are entered by keys alone', () => {
  const open = opened();
  let who: Watched;
  beforeAll(async () => {
    who = await visitor(open.browser);
    await who.page.goto(open.app.spaceLink);
    await who.page.getByRole('button').first().click();
  }, 30_000);

  const told = async (page: Page) => (await page.getByRole('status').textContent())?.replace(/\s/g, ' ');
  /** The keys of the boxes that are ticked, in the order of the rows. */
  const ticked = (page: Page) =>
    page.$$eval('.sheet-row input:checked', (all) =>
      all.map((one) => (one as HTMLInputElement).value).filter((value) => value !== ''),
    );
  const beyond = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const row = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.sheet-row')].findIndex((one) => one.contains(document.activeElement)),
    );

  test.each([
    ['a screen', desktop],
    ['a phone', phone],
  ] as const)(
    'a domain on %s: a key a trajectory, and few besides',
    async (name, viewport) => {
      const { page, complaints } = who;
      await page.setViewportSize(viewport);
      for (const path of ['', '/saisie']) {
        await page.goto(open.app.url + here + path);
        expect([path, await beyond(page)]).toEqual([path, 0]);
        expect([path, await found(page)]).toEqual([path, []]);
      }
      let keys = 0;
      const press = async (...all: readonly string[]) => {
        for (const key of all) await page.keyboard.press(key);
        keys += all.length;
      };
      const began = performance.now();
      // The number that is proposed; who and where, as they are printed; a figure a trajectory; no remark.
      await press('Enter', '3', '+', '1', '4', 'Enter', '5', 'Enter');
      const views = Array.from({ length: trajectories }, (_, i) => `${i % 6}`);
      await press(...views, 'Enter');
      expect([await row(page), await ticked(page)]).toEqual([trajectories, views]);
      await press('/', 'Enter');
      await page.getByRole('status').waitFor();
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.info(
        `a sheet of ${trajectories} trajectories on ${name}: ${keys} keys, ${seconds} s by a machine`,
      );
      // At a key every two seconds, reading from the paper, it is well within a minute.
      expect(keys).toBe(trajectories + 11);
      expect(await told(page)).toMatch(/La feuille \d+ est enregistrée/);
      expect(complaints).toEqual([]);
    },
    60_000,
  );

  test('a wrong key is taken back by one, a row is passed, a domain too; a remark takes any sign', async () => {
    const { page } = who;
    await page.setViewportSize(desktop);
    await page.goto(`${open.app.url}${here}/saisie`);
    const press = async (...all: readonly string[]) => {
      for (const key of all) await page.keyboard.press(key);
    };
    await press('Enter', 'Enter', 'Enter', '5', '1', '-');
    expect([await row(page), await ticked(page)]).toEqual([1, ['5']]);
    await press('2', 'Enter', '4');
    expect([await row(page), await ticked(page)]).toEqual([4, ['5', '2', '4']]);
    await press('7', 'x');
    expect(await ticked(page)).toEqual(['5', '2', '4']);
    await press('+');
    expect(await row(page)).toBe(trajectories);
    await press('-');
    await page.keyboard.type('1 car + 1 vélo - le soir / 5');
    await press('Enter', '3', '/', 'Enter');
    await page.getByRole('status').waitFor();
    await page.getByRole('status').getByRole('link').click();
    expect(await ticked(page)).toEqual(['5', '2', '4', '3']);
    expect(await page.inputValue('#remark-buildings')).toBe('1 car + 1 vélo - le soir / 5');
    await press('Enter', 'Enter', '1', '/', 'Enter');
    expect(await told(page)).toContain('est corrigée');
    // From a field in which nothing is written, the way to the end is open too.
    await page.goto(`${open.app.url}${here}/saisie`);
    await press('Enter', '/');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Enregistrer cette feuille');
  }, 60_000);

  test('without a script it is a plain form', async () => {
    const { page } = await visitor(open.browser, {
      javaScriptEnabled: false,
      storageState: await who.page.context().storageState(),
    });
    await page.goto(`${open.app.url}${here}/saisie`);
    await page.getByLabel('Numéro de la feuille').fill('500');
    await page.locator('.sheet-row').first().getByLabel('Très souhaitable').check();
    await page.getByRole('button', { name: 'Enregistrer cette feuille' }).click();
    expect(await told(page)).toContain('La feuille 500 est enregistrée');
    expect(await page.inputValue('#number')).toBe('501');
    await page.context().close();
  }, 60_000);
});
