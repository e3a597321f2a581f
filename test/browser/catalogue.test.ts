import { expect, test } from '@jest/globals';
import { phone, visitor } from './chromium.ts';
import { opened, withBrowser } from './with-browser.ts';

withBrowser('the catalogue', () => {
  const given = opened();

  test('on a phone, without JavaScript, somebody searches and reads a trajectory', async () => {
    const { page, complaints } = await visitor(given.browser, { viewport: phone, javaScriptEnabled: false });
    await page.goto(`${given.app.url}/catalogue`);
    await page.getByLabel('Chercher un mot').fill('navettes');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.getByRole('link', { name: 'Des navettes à la demande' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Des navettes à la demande');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Shuttles on demand');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 30_000);

  test('nothing is wider than a phone', async () => {
    const { page } = await visitor(given.browser, { viewport: phone });
    for (const path of ['/catalogue', '/catalogue/trajectoires/commerce-customer-data']) {
      await page.goto(given.app.url + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    }
    await page.context().close();
  }, 30_000);

  test('printed, it is eight cards a sheet, each of which holds all its words', async () => {
    const { page } = await visitor(given.browser);
    for (const language of ['fr', 'en']) {
      await page.goto(`${given.app.url}/catalogue?lang=${language}`);
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
  }, 60_000);
});
