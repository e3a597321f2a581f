import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type App, startApp } from '../app.ts';
import { desktop, launch, phone, visitor } from '../chromium.ts';
import { withBrowser } from '../with-browser.ts';

withBrowser('preparing a consultation', () => {
  let app: App;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  const c = '/animation/c/bourg-neuf';

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launch()]);
    ({ page, complaints } = await visitor(browser, { viewport: desktop }));
    await page.goto(app.spaceLink);
    await page.locator('main button').click();
    await page.goto(`${app.url}/animation/nouvelle`);
    for (const [id, text] of [
      ['title-fr', 'Demain à Bourg-Neuf'],
      ['territory-fr', 'Bourg-Neuf'],
      ['title-en', 'Bourg-Neuf tomorrow'],
      ['territory-en', 'Bourg-Neuf'],
      ['code', 'bourg-neuf'],
    ] as const)
      await page.fill(`#${id}`, text);
    await page.press('#code', 'Enter');
    await page.waitForURL(/reglages\/content/);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('beside the settings of a draft, the conversation is tried on a telephone’s width, and follows them at once', async () => {
    await page.goto(`${app.url}${c}/reglages/about`);
    const tried = page.frameLocator('iframe.trial');
    await tried.getByText('Avant de commencer').waitFor();
    expect((await page.locator('iframe.trial').boundingBox())?.width).toBe(360);
    await tried.getByRole('button', { name: 'Commencer' }).click();
    await tried.locator('[data-label="profile"]').waitFor();
    await page.fill('#title-fr', 'Bourg-Neuf dans dix ans');
    await page.getByRole('button', { name: 'Enregistrer sans continuer' }).click();
    await tried.getByText('Bourg-Neuf dans dix ans').first().waitFor();
    await tried.getByText('Avant de commencer').waitFor();
    await page.goto(`${app.url}${c}`);
    expect(await page.locator('.checklist').textContent()).toContain('Quelqu’un de l’équipe l’a essayée');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('two tabs that save the same name are shown both, and lose neither', async () => {
    const other = await page.context().newPage();
    for (const tab of [page, other]) await tab.goto(`${app.url}${c}/reglages/about`);
    const save = (tab: Page) => tab.getByRole('button', { name: 'Enregistrer sans continuer' }).click();
    await other.fill('#title-fr', 'Le nom du deuxième onglet');
    await other.fill('#territory-fr', 'Tout le bourg');
    await save(other);
    await other.getByText('C’est enregistré.').waitFor();
    await page.fill('#title-fr', 'Le nom du premier onglet');
    await save(page);
    const both = page.locator('.problems');
    await both.waitFor();
    expect(await both.textContent()).toMatch(/Le nom du deuxième onglet[\s\S]*Le nom du premier onglet/);
    await both.getByText('Le nom du premier onglet').click();
    await save(page);
    await page.getByText('C’est enregistré.').waitFor();
    expect(await page.inputValue('#title-fr')).toBe('Le nom du premier onglet');
    expect(await page.inputValue('#territory-fr')).toBe('Tout le bourg');
    await other.close();
  }, 60_000);

  test('on a phone the title stands in the first screen of every page of a consultation', async () => {
    await page.setViewportSize(phone);
    const low: string[] = [];
    const within = [
      '',
      '/reglages/about',
      '/essai',
      '/inviter',
      '/suivi',
      '/textes',
      '/resultats',
      '/publier',
    ];
    const others = ['', '/aide', '/visite', '/equipe', '/journal', '/nouvelle'].map(
      (path) => `/animation${path}`,
    );
    for (const path of [...within.map((one) => c + one), ...others]) {
      await page.goto(app.url + path);
      const box = await page.locator('h1').boundingBox();
      if (box === null || box.y + box.height > phone.height / 2) low.push(`${path} ${box?.y}`);
    }
    await page.setViewportSize(desktop);
    expect(low).toEqual([]);
  }, 60_000);
});
