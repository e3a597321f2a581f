import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { phone, visitor } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { newestCard, withMouse } from '../person.ts';
import { opened, withBrowser } from '../with-browser.ts';

withBrowser('the chat page as people set it for themselves', () => {
  const given = opened();

  const arrive = async (options: Parameters<typeof visitor>[1]) => {
    const { page } = await visitor(given.browser, options);
    await page.goto(given.app.url);
    await newestCard(page).waitFor();
    return page;
  };

  test.each([
    ['400 %', { width: 320, height: 256 }],
    ['200 %', { width: 640, height: 400 }],
  ])(
    'needs no scrolling sideways at %s, from the welcome to the first scenario, with all opened',
    async (_, viewport) => {
      const page = await arrive({ viewport });
      const wide: string[] = [];
      while ((await labelOf(page)) !== 'personal-scenario') {
        await openAll(page);
        if ((await beyond(page)) > 0) wide.push((await newestCard(page).textContent()) ?? '');
        await withMouse(page).answer();
      }
      expect([...wide, await beyond(page)]).toEqual([0]);
      await page.context().close();
    },
    120_000,
  );

  test('keeps what is written in sight when the keyboard of a phone opens', async () => {
    const page = await arrive({ viewport: { width: 360, height: 640 }, hasTouch: true });
    await page.locator('#reply').tap();
    await page.setViewportSize(keyboardOpen);
    await inSight(page.locator('#reply'));
    await page.setViewportSize({ width: 360, height: 640 });
    while ((await labelOf(page)) !== 'trajectory') await withMouse(page).answer();
    await withMouse(page).answer();
    await page.locator('.theirs:not(.past) [aria-expanded=false]').click();
    const fields = page.locator('.theirs:not(.past) textarea').filter({ visible: true });
    expect(await fields.count()).toBeGreaterThan(0);
    for (const field of await fields.all()) {
      await field.focus();
      await page.setViewportSize(keyboardOpen);
      await inSight(field);
      await page.setViewportSize({ width: 360, height: 640 });
    }
    await page.context().close();
  }, 60_000);

  test('keeps an edge around what may be pressed, and shows what is chosen, in imposed colours', async () => {
    const page = await arrive({ viewport: phone, forcedColors: 'active' });
    const bare: string[] = [];
    const marked: number[] = [];
    while ((await labelOf(page)) !== 'trajectory') {
      bare.push(...(await withoutEdge(page)));
      const choice = page.locator('.theirs:not(.past) .ac-choiceSetInput-multiSelect > div');
      if ((await choice.count()) > 1) {
        await choice.first().locator('label').click();
        const edges = await choice.evaluateAll((all) => all.map((it) => getComputedStyle(it).borderTopWidth));
        marked.push(edges.filter((edge) => edge !== edges.at(-1)).length);
      }
      await withMouse(page).answer();
    }
    expect(bare).toEqual([]);
    expect(new Set(marked)).toEqual(new Set([1]));
    await page.context().close();
  }, 60_000);

  test('moves nothing for whoever asks for less motion', async () => {
    const page = await arrive({ viewport: phone, reducedMotion: 'reduce' });
    await withMouse(page).answer();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.context().close();
  }, 30_000);
});

/** What is left of the screen of a phone. */
const keyboardOpen = { width: 360, height: 330 };

const labelOf = (page: Page): Promise<string | null> =>
  page.locator('.theirs').last().getAttribute('data-label');

const openAll = (page: Page): Promise<void> =>
  page.locator('.theirs:not(.past) [aria-expanded=false]').evaluateAll((openers) => {
    for (const opener of openers) if (opener instanceof HTMLElement) opener.click();
  });

/** The whole of it, once the page has come to rest. */
const inSight = async (field: Locator): Promise<void> => {
  const element = await field.elementHandle();
  await field.page().waitForFunction((it) => {
    const { top = -1, bottom = Number.POSITIVE_INFINITY } = it?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= innerHeight;
  }, element);
};

/** What may be pressed in the newest card or below it, and shows no edge. */
const withoutEdge = (page: Page): Promise<string[]> =>
  page
    .locator('.theirs:not(.past) .ac-selectable, .words button, #form button')
    .filter({ visible: true })
    .evaluateAll((all) =>
      all
        .filter((it) => Number.parseFloat(getComputedStyle(it).borderTopWidth) < 1)
        .map((it) => it.outerHTML.slice(0, 120)),
    );
