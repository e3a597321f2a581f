import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { newFolder, type Running, removeFolder, running } from '#test/http/app/running.ts';
import { desktop, launch, phone, visitor } from './chromium.ts';
import { beyond } from './inspect.ts';
import { answered, newestCard, primary } from './person.ts';
import { withBrowser } from './with-browser.ts';

const shots = process.env.SHOTS;

withBrowser('a trajectory of one’s own', () => {
  let app: Running;
  let browser: Browser;
  beforeAll(async () => {
    const dir = await newFolder();
    const store = await openStore(dir);
    await store.save('consultation', newConsultation({ version: 0, proposals: 'allowed' }));
    await store.close();
    [app, browser] = await Promise.all([running(dir), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await removeFolder(app.dataDir);
  }, 30_000);

  test('it is written on its card on a telephone, and waits in the space beside what is like it', async () => {
    const { page, complaints } = await visitor(browser, { viewport: phone });
    await page.goto(`${app.url}/c/decouverte`);
    await answered(page, () => primary(newestCard(page)).click());
    for (const words of ['passer', 'Mobilité', 'proposer une trajectoire'])
      await answered(page, async () => {
        await page.locator('#reply').fill(words);
        await page.keyboard.press('Enter');
      });
    const card = newestCard(page);
    await card.getByText('Son titre (70 signes au plus)').waitFor();
    const fields = card.locator('input[type=text], textarea');
    const texts = [
      'Une navette le soir à la demande',
      'On appelle une navette.',
      'On sort le soir.',
      'Elle roule à vide.',
    ];
    for (const [i, text] of texts.entries()) await fields.nth(i).fill(text);
    // How much is left stands under each field, and is read out near the limit alone.
    const left = card.locator('.signs');
    expect(await left.allTextContents()).toEqual(
      [70, 300, 160, 160].map((most, i) => `Signes restants\u00a0: ${most - (texts[i] ?? '').length}`),
    );
    expect(await left.first().getAttribute('aria-live')).toBe('off');
    await fields.first().fill('x'.repeat(55));
    expect(await left.first().getAttribute('aria-live')).toBe('polite');
    await fields.first().fill(texts[0] ?? '');
    expect(await beyond(page)).toBe(0);
    if (shots) await page.screenshot({ path: `${shots}/card-360.png`, fullPage: true });
    await answered(page, () => primary(card).click());
    await page.getByText('votre trajectoire est proposée').waitFor();
    if (shots) await page.screenshot({ path: `${shots}/sent-360.png`, fullPage: true });
    expect(complaints).toEqual([]);

    const space = await visitor(browser, { viewport: phone });
    await space.page.goto(app.spaceLink);
    await space.page.getByRole('button').first().click();
    for (const viewport of [phone, desktop])
      for (const language of ['en', 'fr']) {
        await space.page.setViewportSize(viewport);
        await space.page.goto(`${app.url}/animation/c/decouverte/propositions?lang=${language}`);
        expect(await beyond(space.page)).toBe(0);
        const path = `${shots}/space-${language}-${viewport.width}.png`;
        if (shots) await space.page.screenshot({ path, fullPage: true });
      }
    await space.page.getByLabel('Vers quelle direction va-t-elle ?').selectOption({ index: 1 });
    await space.page.getByRole('button', { name: 'Accepter telle quelle' }).click();
    await space.page.getByText('Votre décision est prise').waitFor();
    expect(space.complaints).toEqual([]);

    await page.reload();
    await page.locator('#reply').fill('menu');
    await page.keyboard.press('Enter');
    await page.getByText('Elle est acceptée').waitFor();
  }, 90_000);
});
