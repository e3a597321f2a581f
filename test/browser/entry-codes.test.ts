import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { code, other, withTwoCodes } from '#test/http/app/two-codes.ts';
import { type App, startApp } from './app.ts';
import { launch, phone, visitor } from './chromium.ts';
import { newestCard } from './person.ts';
import { withBrowser } from './with-browser.ts';

withBrowser('a consultation by single-use codes', () => {
  let app: App;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([
      withTwoCodes({}).then((DATA_DIR) => startApp({ DATA_DIR })),
      launch(),
    ]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  }, 30_000);

  test('is set and printed in the space; a link with the code fills it in, and it works once', async () => {
    const { page: space, complaints } = await visitor(browser);
    await space.goto(app.spaceLink);
    await space.getByRole('button').first().click();
    await space.goto(`${app.url}/animation/c/decouverte/codes`);
    await space.getByLabel('Seulement les personnes qui ont un code').check();
    await space.getByRole('button', { name: 'Enregistrer' }).click();
    await space.getByLabel('Combien de codes').fill('2');
    const [download] = await Promise.all([
      space.waitForEvent('download'),
      space.getByRole('button', { name: 'Créer les codes' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('decouverte-codes.pdf');

    const { page, complaints: theirs } = await visitor(browser, { viewport: phone });
    await page.goto(`${app.url}/c/decouverte#code=${code}`);
    await page.getByRole('heading', { name: 'Le code de votre invitation' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    const field = page.locator('[data-label=entry-code]:not([data-stand-in]) input');
    await field.waitFor();
    expect(await field.inputValue()).toBe(code);
    await newestCard(page).getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('Merci, ce code est bon').waitFor();
    await newestCard(page).getByRole('button', { name: 'Commencer' }).click();
    await page.locator('[data-label=profile]').waitFor();

    const { page: neighbour } = await visitor(browser, { viewport: phone });
    await neighbour.goto(`${app.url}/c/decouverte`);
    const typed = neighbour.locator('[data-label=entry-code] input').last();
    await typed.fill(code);
    await neighbour.getByRole('button', { name: 'Continuer' }).last().click();
    await neighbour.getByText('Ce code ne permet pas d’entrer').waitFor();
    await neighbour.locator('#reply').fill(other.toLowerCase());
    await neighbour.locator('#reply').press('Enter');
    await neighbour.getByText('Merci, ce code est bon').waitFor();
    await space.reload();
    expect((await space.locator('.code-counts').textContent())?.replace(/\s+/g, '')).toBe(
      'Imprimés4Utilisés1Pasencoreutilisés3Annulés0',
    );
    expect([...complaints, ...theirs]).toEqual([]);
    for (const one of [space, page, neighbour]) await one.context().close();
  }, 90_000);
});
