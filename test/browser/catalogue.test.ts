import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type App, startApp } from './app.ts';
import { findChromium, launch, phone, remedy, visitor } from './chromium.ts';

const chromium = findChromium();
const inChromium = chromium === undefined ? test.skip : test;
if (chromium === undefined) console.warn(remedy);

let app: App;
let browser: Browser;
beforeAll(async () => {
  if (chromium === undefined) return;
  [app, browser] = await Promise.all([startApp(), launch(chromium)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

inChromium(
  'on a phone, without JavaScript, somebody searches and reads a trajectory',
  async () => {
    const { page, complaints } = await visitor(browser, { viewport: phone, javaScriptEnabled: false });
    await page.goto(`${app.url}/catalogue`);
    await page.getByLabel('Chercher un mot').fill('navettes');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.getByRole('link', { name: 'Des navettes à la demande' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Des navettes à la demande');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Shuttles on demand');
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  30_000,
);

inChromium(
  'nothing is wider than a phone',
  async () => {
    const { page } = await visitor(browser, { viewport: phone });
    for (const path of ['/catalogue', '/catalogue/trajectoires/commerce-customer-data']) {
      await page.goto(app.url + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    }
    await page.context().close();
  },
  30_000,
);

inChromium(
  'printed, it is eight cards a sheet, each of which holds all its words',
  async () => {
    const { page } = await visitor(browser);
    for (const language of ['fr', 'en']) {
      await page.goto(`${app.url}/catalogue?lang=${language}`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(8);
      await page.emulateMedia({ media: 'print' });
      // The width of the paper between its margins, at 96 dots an inch.
      await page.setViewportSize({ width: Math.floor((194 / 25.4) * 96), height: 1000 });
      const spilt = await page.evaluate(() =>
        [...document.querySelectorAll('.card')]
          .filter((card) => card.scrollHeight > card.clientHeight + 1)
          .map((card) => card.querySelector('h4')?.textContent),
      );
      expect(spilt).toEqual([]);
      await page.emulateMedia({ media: null });
    }
    await page.context().close();
  },
  60_000,
);
