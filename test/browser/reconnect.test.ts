import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type App, startApp } from './app.ts';
import { launch, visitor } from './chromium.ts';
import { answered, choose, newestCard, own, primary, withMouse } from './person.ts';
import { stretchWire, type Wire } from './wire.ts';
import { withBrowser } from './with-browser.ts';

withBrowser('a connection that breaks', () => {
  let app: App;
  let browser: Browser;
  let wire: Wire;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launch()]);
    wire = await stretchWire(app.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await wire?.close();
    await app?.close();
  }, 30_000);

  const arrive = async () => {
    const { page } = await visitor(browser);
    await page.goto(wire.url);
    await newestCard(page).waitFor();
    return page;
  };
  const status = 'La connexion est coupée. Vos réponses partiront dès son retour.';

  test('is taken up again where it was, and nothing is shown twice', async () => {
    const page = await arrive();
    const before = await page.locator('.theirs').count();
    wire.drop();
    await withMouse(page).answer();
    expect(await own(page).count()).toBe(1);
    const ids = await page
      .locator('.theirs')
      .evaluateAll((all) => all.map((it) => it.getAttribute('data-activity')));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(before);
    await page.context().close();
  }, 60_000);

  test('keeps an answer while the server is away, and delivers it once', async () => {
    const page = await arrive();
    for (let step = 0; step < 2; step++) await withMouse(page).answer();
    const cards = await page.locator('.theirs .card').count();
    wire.cut();
    await page.getByText(status).waitFor();
    const card = newestCard(page);
    await choose(card);
    await primary(card).click();
    await page.locator('.mine.waiting').waitFor();
    await primary(card).click();
    expect(await own(page).count()).toBe(3);
    await answered(page, async () => wire.mend());
    await page.locator('.mine.waiting').waitFor({ state: 'detached' });
    await page.getByText(status).waitFor({ state: 'detached' });
    expect(await own(page).count()).toBe(3);
    expect(await page.locator('.theirs .card').count()).toBe(cards + 1);
    await page.context().close();
  }, 60_000);

  test('is bridged by asking from time to time where no socket passes', async () => {
    const { page } = await visitor(browser);
    await page.addInitScript(() => {
      Object.assign(window, {
        WebSocket: class {
          onclose: (() => void) | undefined;
          constructor() {
            setTimeout(() => this.onclose?.(), 1);
          }
          close() {}
        },
      });
    });
    await page.goto(wire.url);
    await newestCard(page).waitFor({ timeout: 20_000 });
    await withMouse(page).answer();
    expect(await own(page).count()).toBe(1);
    await page.context().close();
  }, 60_000);
});
