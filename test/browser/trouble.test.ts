import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visitor } from './chromium.ts';
import { newestCard, own, withMouse } from './person.ts';
import { opened, withBrowser } from './with-browser.ts';

const activities = /\/conversations\/[^/]+\/activities/;

withBrowser('a server in trouble', () => {
  const given = opened();

  const arrive = async (prepare: (page: Page) => Promise<void> = async () => undefined) => {
    const { page } = await visitor(given.browser);
    await prepare(page);
    await page.goto(given.app.url);
    await newestCard(page).waitFor();
    // The assistant has said itself what the page held in its place.
    await page.waitForFunction(() => document.querySelector('[data-stand-in]') === null);
    return page;
  };
  /** The next posts of an activity are answered so, then the server answers again. */
  const fail = async (page: Page, status: number, times: number, headers: Record<string, string> = {}) => {
    let left = times;
    await page.route(activities, async (route) => {
      if (route.request().method() !== 'POST' || left-- <= 0) return route.fallback();
      return route.fulfill({ status, headers, json: { error: { code: 'x', message: 'x' } } });
    });
  };
  const send = async (page: Page, words: string) => {
    await page.locator('#reply').fill(words);
    await page.locator('#reply').press('Enter');
  };

  test('that asks for patience gets it, and the answer once', async () => {
    const page = await arrive();
    await fail(page, 429, 1, { 'Retry-After': '1' });
    await send(page, 'menu');
    await page.getByText('Beaucoup de personnes répondent en ce moment.').waitFor();
    await page.locator('.mine:not(.waiting)').waitFor();
    expect(await own(page).count()).toBe(1);
    await page.waitForFunction(() => document.getElementById('status')?.textContent === '');
    await page.context().close();
  }, 30_000);

  test('that refuses a message for good has it said kindly, and the next one passes', async () => {
    const page = await arrive();
    await fail(page, 413, 1);
    await send(page, 'menu');
    await page.getByText('Ce message est trop long pour être envoyé.').waitFor();
    expect(await page.locator('.mine.refused').count()).toBe(1);
    const before = await page.locator('.theirs').count();
    await send(page, 'menu');
    await page.locator('.theirs').nth(before).waitFor();
    await page.context().close();
  }, 30_000);

  test('that fails on one message does not hold up the next', async () => {
    const page = await arrive();
    await fail(page, 502, 3, { 'Retry-After': '0' });
    await send(page, 'menu');
    await page.locator('.mine.refused').waitFor();
    await send(page, 'menu');
    await page.locator('.mine:not(.refused, .waiting)').waitFor();
    expect(await own(page).count()).toBe(2);
    await page.context().close();
  }, 30_000);

  test('that has lost the conversation gives another one, and the answer is not lost', async () => {
    const page = await arrive();
    let gone = true;
    await page.route(/\/v3\/directline\/conversations\/[^/]+/, async (route) => {
      if (gone) return route.fulfill({ status: 404, json: { error: { code: 'x', message: 'x' } } });
      return route.fallback();
    });
    await page.route('**/tokens/generate', async (route) => {
      gone = false;
      return route.fallback();
    });
    await send(page, 'menu');
    await page.getByText('La conversation reprend ici, là où vous en étiez.').waitFor();
    await page.locator('.mine:not(.waiting)').waitFor();
    expect(await own(page).count()).toBe(1);
    await withMouse(page).answer();
    await page.context().close();
  }, 30_000);

  test('that says the same thing again replaces it, and leaves the focus there', async () => {
    const open = Promise.withResolvers<(activity: object) => void>();
    const page = await arrive(async (it) => {
      await it.routeWebSocket(/stream/, (socket) => {
        socket.connectToServer();
        open.resolve((activity) => socket.send(JSON.stringify({ activities: [activity] })));
      });
    });
    const say = await open.promise;
    const from = { id: 'bot', role: 'bot' };
    say({ type: 'message', id: 'group-1', from, locale: 'fr', text: 'Sept personnes' });
    await page.getByText('Sept personnes').waitFor();
    const before = await page.locator('.theirs').count();
    say({ type: 'message', id: 'group-1', from, locale: 'fr', text: 'Huit personnes' });
    await page.getByText('Huit personnes').waitFor();
    expect(await page.locator('.theirs').count()).toBe(before);
    expect(await page.getByText('Sept personnes').count()).toBe(0);
    await page.context().close();
  }, 30_000);

  test('that speaks while somebody reads further up does not pull them away', async () => {
    let say: (activity: object) => void = () => undefined;
    const page = await arrive(async (it) => {
      await it.clock.install();
      await it.setViewportSize({ width: 360, height: 600 });
      await it.routeWebSocket(/stream/, (socket) => {
        socket.connectToServer();
        say = (activity) => socket.send(JSON.stringify({ activities: [activity] }));
      });
    });
    for (let step = 0; step < 3; step++) await withMouse(page).answer();
    await page.evaluate(() => scrollTo(0, 0));
    await page.clock.fastForward(5_000);
    say({
      type: 'message',
      id: 'later',
      from: { id: 'bot', role: 'bot' },
      locale: 'fr',
      text: 'Le groupe a avancé',
    });
    const newer = page.getByRole('button', { name: 'Voir le nouveau message' });
    await newer.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await newer.click();
    await page.waitForFunction(() => scrollY > 0);
    expect(await newer.isVisible()).toBe(false);
    await page.context().close();
  }, 30_000);
});
