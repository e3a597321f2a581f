import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type App, startApp } from '../app.ts';
import { launch, visitor } from '../chromium.ts';
import { choose, newestCard, own, primary, withMouse } from '../person.ts';
import { stretchWire, type Wire } from '../wire.ts';
import { withBrowser } from '../with-browser.ts';
import { heldIn, nothingIn } from './held-in.ts';

withBrowser('what is said and written', () => {
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

  /** Somebody new, after their first answers. */
  const arrive = async (answers = 2) => {
    const { page, complaints } = await visitor(browser);
    await page.goto(wire.url);
    await newestCard(page).waitFor();
    for (let i = 0; i < answers; i++) await withMouse(page).answer();
    return { page, complaints };
  };

  test('is there again after a reload, with the draft, and the conversation goes on where it was', async () => {
    const { page, complaints } = await arrive();
    await page.locator('#reply').fill('Un car le soir, et');
    await heldIn(page, 'draft', 1);
    const before = await shown(page);
    await page.reload();
    await page.locator('.theirs .card').last().waitFor();
    expect(await shown(page)).toEqual(before);
    expect(await page.locator('#reply').inputValue()).toBe('Un car le soir, et');
    await withMouse(page).answer();
    expect(await own(page).count()).toBe(3);
    await everythingOnce(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('leaves with the next visit when the page was closed amid the sending, and counts once', async () => {
    const { page } = await arrive();
    const context = page.context();
    // The server has it, and its answer never arrives.
    await page.route('**/activities', async (route) => {
      await route.fetch();
      await page.close();
    });
    await Promise.all([page.waitForEvent('close'), say(page, 'aide')]);
    const again = await context.newPage();
    await again.goto(wire.url);
    await again.locator('.mine').nth(2).waitFor();
    await again.locator('.mine.waiting').waitFor({ state: 'detached' });
    await withMouse(again).answer();
    expect(await own(again).count()).toBe(4);
    expect(await again.locator('.theirs[data-label=help]').count()).toBe(1);
    await everythingOnce(again);
    await nothingIn(again, 'queue');
    await context.close();
  }, 60_000);

  test('of an answer given offline waits in the browser, though the page is closed, and goes by itself', async () => {
    const { page } = await arrive();
    const context = page.context();
    wire.cut();
    await page.getByText('La connexion est coupée').waitFor();
    await choose(newestCard(page));
    await primary(newestCard(page)).click();
    await heldIn(page, 'queue', 1);
    await page.close();
    wire.mend();
    const again = await context.newPage();
    await again.goto(wire.url);
    await again.locator('.mine').nth(2).waitFor();
    await again.locator('.mine.waiting').waitFor({ state: 'detached' });
    await withMouse(again).answer();
    expect(await own(again).count()).toBe(4);
    await everythingOnce(again);
    await context.close();
  }, 60_000);

  test('in one tab shows in the other, both may speak, and nothing is doubled', async () => {
    const { page: one } = await arrive();
    const other = await one.context().newPage();
    await other.goto(wire.url);
    await other.locator('.mine').nth(1).waitFor();
    expect(await shown(other)).toEqual(await shown(one));
    await withMouse(one).answer();
    await other.locator('.mine').nth(2).waitFor();
    await inStep(one, other);
    await withMouse(other).answer();
    await one.locator('.mine').nth(3).waitFor();
    await inStep(one, other);
    await other.locator('#reply').fill('aide');
    await one.waitForFunction(() => document.querySelector('textarea')?.value === 'aide');
    await other.locator('#reply').press('Enter');
    await one.locator('.theirs[data-label=help]').waitFor();
    await inStep(one, other);
    expect(await one.locator('#reply').inputValue()).toBe('');
    await everythingOnce(one);
    await everythingOnce(other);
    await one.context().close();
  }, 60_000);

  test('keeps its order in the other tab, where what the assistant says may come first', async () => {
    const { page: one } = await arrive();
    const other = await one.context().newPage();
    await other.goto(wire.url);
    await other.locator('.mine').nth(1).waitFor();
    await one.evaluate(() => {
      const post = BroadcastChannel.prototype.postMessage;
      BroadcastChannel.prototype.postMessage = function (news) {
        addEventListener('told', () => post.call(this, news), { once: true });
      };
    });
    const before = await other.locator('.theirs').count();
    await withMouse(one).answer();
    await other.locator('.theirs').nth(before).waitFor();
    await one.evaluate(() => dispatchEvent(new Event('told')));
    await other.locator('.mine:visible').nth(2).waitFor();
    await inStep(one, other);
    await everythingOnce(other);
    await one.context().close();
  }, 60_000);

  test('of two tabs opened at once is one conversation, where the browser has no locks for us to take', async () => {
    const { page: one, complaints } = await visitor(browser);
    const context = one.context();
    // As on a page without TLS.
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    const other = await context.newPage();
    await Promise.all([one.goto(wire.url), other.goto(wire.url)]);
    for (const page of [one, other])
      await page.waitForFunction(() => !document.querySelector('[data-stand-in]'));
    await withMouse(one).answer();
    await other.locator('.mine').waitFor();
    await inStep(one, other);
    await withMouse(other).answer();
    await one.locator('.mine').nth(1).waitFor();
    await inStep(one, other);
    expect(await heldIn(one, 'place')).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  test('is gone from screen, browser and other tab once it is erased, and another person begins', async () => {
    const { page: one } = await arrive();
    const other = await one.context().newPage();
    await other.goto(wire.url);
    await other.locator('.mine').nth(1).waitFor();
    const former = await tokenIn(one);
    await say(one, 'effacer');
    await one.locator('[data-label=confirmation]').waitFor();
    await say(one, 'oui');
    for (const page of [one, other]) {
      await page.getByRole('heading', { name: 'Tout est effacé' }).waitFor();
      expect(await page.locator('.entry').count()).toBe(0);
    }
    await nothingIn(one);
    expect(await one.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await one.reload();
    await one.locator('[data-label=consent]').waitFor();
    expect(await own(one).count()).toBe(0);
    expect(await tokenIn(one)).not.toBe(former);
    await other.getByRole('button', { name: 'Recommencer' }).click();
    await other.locator('[data-label=consent]').waitFor();
    await withMouse(other).answer();
    await one.locator('.mine').waitFor();
    await inStep(one, other);
    await one.context().close();
  }, 60_000);
});

/** What is seen, in order. */
const shown = (page: Page) =>
  page.locator('.entry').evaluateAll((all) => all.map((it) => it.textContent ?? ''));

async function inStep(one: Page, other: Page): Promise<void> {
  await other.waitForFunction(
    (n) => document.querySelectorAll('.entry').length === n && !document.querySelector('.waiting'),
    await one.locator('.entry').count(),
  );
  expect(await shown(other)).toEqual(await shown(one));
}

async function everythingOnce(page: Page): Promise<void> {
  const ids = await page
    .locator('.theirs')
    .evaluateAll((all) => all.map((it) => it.getAttribute('data-activity')));
  expect(new Set(ids).size).toBe(ids.length);
}

async function say(page: Page, words: string): Promise<void> {
  await page.locator('#reply').fill(words);
  await page.locator('#reply').press('Enter');
}

const tokenIn = (page: Page) => page.evaluate(() => Object.values(localStorage)[0]);
