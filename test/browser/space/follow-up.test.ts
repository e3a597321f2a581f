import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { having, published, town } from '../../http/admin/town.ts';
import { removeFolder } from '../../http/app/running.ts';
import { type App, startApp } from '../app.ts';
import { foundInBothThemes } from '../axe.ts';
import { desktop, launch, phone, visitor } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { withBrowser } from '../with-browser.ts';

withBrowser('what was done with a result', () => {
  let app: App;
  let browser: Browser;
  let dir: string;
  let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
  const here = '/animation/c/voisins/suites';

  beforeAll(async () => {
    dir = await town(having('voisins', published));
    [app, browser] = await Promise.all([startApp({ DATA_DIR: dir }), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    if (dir !== undefined) await removeFolder(dir);
  });

  test('it is written by keyboard alone, without a script, on a phone; and read on the public page', async () => {
    const { page } = await visitor(browser, { viewport: phone, javaScriptEnabled: false });
    await page.goto(app.spaceLink);
    await page.locator('main button').press('Enter');
    cookies = await page.context().cookies();
    await page.goto(`${app.url}/animation/c/voisins`);
    await page.locator('.checklist a', { hasText: 'Dire ce qui a été fait' }).press('Enter');
    await page.waitForURL(`**${here}`);
    await page.getByRole('button', { name: 'Publier cette réponse' }).press('Enter');
    await page.locator('.problems a', { hasText: 'Dites où cela en est' }).waitFor();
    await write(page, 'Le conseil a voté le budget le 3 mars.');
    await page.getByText('Votre réponse est écrite').waitFor();
    expect(await beyond(page)).toBe(0);
    await page.getByLabel('Sur quoi répondez-vous ?').selectOption({ index: 1 });
    await write(page, 'Une étude rend ses conclusions en mai.');
    await page.getByRole('link', { name: 'Corriger cette réponse' }).first().press('Enter');
    await page.getByLabel('Pourquoi ? (Français)').fill('Le conseil a voté le budget le 4 mars.');
    await page.getByRole('button', { name: 'Enregistrer la correction' }).press('Enter');
    await page.getByText('La réponse est corrigée').waitFor();
    await page.getByRole('link', { name: 'Voir la page publique' }).press('Enter');
    await page.locator('#suites').getByText('Le conseil a voté le budget le 4 mars.').waitFor();
    expect(await beyond(page)).toBe(0);
    await page.context().close();
  }, 60_000);

  test.each([
    ['fr', phone],
    ['en', desktop],
  ] as const)(
    'in the conversation, whoever comes back reads it first (%s)',
    async (locale, viewport) => {
      const { page, complaints } = await visitor(browser, { viewport, locale });
      await page.goto(`${app.url}/c/voisins`);
      await page.getByText('Le conseil a voté le budget le 4 mars.').waitFor();
      await page.locator('[data-label="follow-up"]').waitFor();
      expect(await beyond(page)).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test('axe-core finds nothing, by day or by night, where it is written and where it is read', async () => {
    const { page } = await visitor(browser, { viewport: { width: 320, height: 640 } });
    await page.context().addCookies(cookies);
    for (const path of [here, '/c/voisins/resultats', '/animation/c/voisins/resultats/annees']) {
      await page.goto(app.url + path);
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '');
      });
      expect([path, await beyond(page), ...(await foundInBothThemes(page))]).toEqual([path, 0]);
    }
    await page.context().close();
  }, 60_000);
});

async function write(page: Page, why: string): Promise<void> {
  await page.getByRole('radio', { name: /^Retenu/ }).press('Space');
  await page.getByLabel('Pourquoi ? (Français)').fill(why);
  await page.getByLabel('Qui s’en occupe').fill('La direction des mobilités');
  await page.getByLabel('Qui s’en occupe').press('Enter');
}
