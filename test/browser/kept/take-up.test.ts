import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visitor } from '../chromium.ts';
import { answered, newestCard, own, withMouse } from '../person.ts';
import { stretchWire } from '../wire.ts';
import { opened, withBrowser } from '../with-browser.ts';
import { heldIn, nothingIn } from './held-in.ts';

withBrowser('a resume code', () => {
  const given = opened();

  test('is copied, as a link takes the conversation up elsewhere once, and the first device is told', async () => {
    const { page, complaints } = await visitor(given.browser);
    await page.goto(given.app.url);
    await newestCard(page).waitFor();
    for (let i = 0; i < 2; i++) await withMouse(page).answer();
    await say(page, 'pause');
    const paused = page.locator('.theirs', { has: page.locator('img[src^="data:image/png"]') });
    await paused.waitFor();
    const picture = paused.locator('img[src^="data:image/png"]');
    expect(
      await picture.evaluate((it: HTMLImageElement) => it.decode().then(() => it.naturalWidth)),
    ).toBeGreaterThan(150);
    const pasted = async () => {
      await page.locator('#reply').fill('');
      await page.locator('#reply').press('Control+v');
      return page.locator('#reply').inputValue();
    };
    await paused.getByRole('button', { name: 'Copier le code' }).click();
    await paused.getByRole('button', { name: /^C.est copié/ }).waitFor();
    const code = await pasted();
    expect(await paused.textContent()).toContain(code);
    await paused.getByRole('button', { name: 'Copier le lien' }).click();
    await paused
      .getByRole('button', { name: /^C.est copié/ })
      .nth(1)
      .waitFor();
    const link = await pasted();
    expect(new URL(link).hash).toBe(`#reprise=${code}`);

    const { page: phone } = await visitor(given.browser, { viewport: { width: 360, height: 640 } });
    await phone.goto(link.replace(new URL(link).origin, new URL(given.app.url).origin));
    await phone.getByRole('heading', { name: 'Reprendre votre conversation ici' }).waitFor();
    expect(new URL(phone.url()).hash).toBe('');
    await newestCard(phone).waitFor();
    const here = phone.getByRole('heading', { name: 'Reprendre votre conversation ici' });
    await phone.getByRole('button', { name: 'Reprendre ici' }).click();
    expect(await here.count()).toBe(0);
    await phone.getByText('Nous reprenons là où vous en étiez').waitFor();
    await withMouse(phone).answer();
    await say(page, 'aide');
    await page.getByText('a été reprise sur un autre appareil').waitFor();
    expect(complaints).toEqual([]);
    await phone.context().close();
    await page.context().close();
  }, 60_000);

  test('stands beside the way to leave a shared computer, after which nothing is found in it', async () => {
    const { page } = await visitor(given.browser);
    await page.goto(given.app.url);
    await newestCard(page).waitFor();
    for (let i = 0; i < 2; i++) await withMouse(page).answer();
    await say(page, 'pause');
    await page.getByRole('button', { name: 'Ne rien garder sur cet appareil' }).click();
    await page.getByRole('heading', { name: 'Ce navigateur ne garde plus rien' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(0);
    await nothingIn(page);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.reload();
    await page.locator('[data-label=consent]').waitFor();
    expect(await own(page).count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test('lets nobody leave a shared computer while an answer waits to be sent', async () => {
    const wire = await stretchWire(given.app.url);
    const { page } = await visitor(given.browser);
    await page.goto(wire.url);
    await newestCard(page).waitFor();
    for (let i = 0; i < 2; i++) await withMouse(page).answer();
    await say(page, 'pause');
    const leave = page.getByRole('button', { name: 'Ne rien garder sur cet appareil' });
    await leave.waitFor();
    wire.cut();
    await say(page, 'aide');
    await heldIn(page, 'queue', 1);
    await leave.click();
    await page.getByText(/^Une réponse n.est pas encore partie/).waitFor();
    expect(await own(page).count()).toBe(4);
    wire.mend();
    await page.locator('.theirs[data-label=help]').waitFor({ timeout: 30_000 });
    await nothingIn(page, 'queue');
    await leave.click();
    await page.getByRole('heading', { name: 'Ce navigateur ne garde plus rien' }).waitFor();
    await page.context().close();
    await wire.close();
  }, 60_000);

  test('and the address of the page are copied where the browser lets nothing be written to its clipboard', async () => {
    const { page } = await visitor(given.browser);
    await page.addInitScript(() => {
      for (const missing of ['clipboard', 'share'])
        Object.defineProperty(navigator, missing, { value: undefined });
    });
    await page.goto(given.app.url);
    await newestCard(page).waitFor();
    await page.locator('#share').click();
    await page.locator('#status', { hasText: /^C.est copié/ }).waitFor();
    await page.locator('#reply').press('Control+v');
    expect(await page.locator('#reply').inputValue()).toBe(`${given.app.url}/c/decouverte`);
    await page.context().close();
  }, 30_000);

  test('is no longer asked for once somebody begins anew beside it, nor after they left', async () => {
    const { page } = await visitor(given.browser);
    await page.goto(`${given.app.url}/c/decouverte#reprise=KTM4P-7RTX2-9HJKD`);
    const offer = page.getByRole('heading', { name: 'Reprendre votre conversation ici' });
    await offer.waitFor();
    await page.waitForFunction(() => !document.querySelector('[data-stand-in]'));
    await answered(page, () => page.getByRole('button', { name: 'Commencer', exact: true }).click());
    expect(await offer.count()).toBe(0);
    await page.evaluate(() => {
      location.hash = '#reprise=KTM4P-7RTX2-9HJKD';
    });
    await offer.waitFor();
    await say(page, 'pause');
    await page.getByRole('button', { name: 'Ne rien garder sur cet appareil' }).click();
    await page.getByRole('heading', { name: 'Ce navigateur ne garde plus rien' }).waitFor();
    expect(await offer.count()).toBe(0);
    await page.context().close();
  }, 60_000);
});

async function say(page: Page, words: string): Promise<void> {
  await page.locator('#reply').fill(words);
  await page.locator('#reply').press('Enter');
}
