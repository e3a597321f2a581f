import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type App, startApp } from '../app.ts';
import { found, foundInBothThemes } from '../axe.ts';
import { launch, phone, visitor } from '../chromium.ts';
import { newestCard, withKeyboard } from '../person.ts';
import { stretchWire, type Wire } from '../wire.ts';
import { withBrowser } from '../with-browser.ts';

withBrowser('a whole conversation', () => {
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

  test.each(['fr', 'en'])(
    'leads to a first scenario by keyboard alone, in %s, from heading to heading, with nothing for axe-core on the way',
    async (locale) => {
      const { page, complaints } = await visitor(browser, { viewport: phone, locale });
      const person = withKeyboard(page);
      await page.goto(wire.url);
      await newestCard(page).waitFor();
      const faulty: Record<string, string[]> = {};
      for (let step = 0; (await labelOf(page)) !== 'personal-scenario'; step++) {
        expect(step).toBeLessThan(25);
        await look(page, faulty);
        await person.answer();
        expect(await placeOfFocus(page)).toEqual({ role: 'heading', isNewest: true, reachedBefore: 0 });
      }
      await look(page, faulty);
      for (const words of said[locale] ?? []) {
        await say(page, words);
        await look(page, faulty, words);
      }
      await inTrouble(page, faulty);
      await page.reload();
      await newestCard(page).waitFor();
      await look(page, faulty, 'taken up again');
      const whole = await foundInBothThemes(page);
      expect({ ...faulty, whole }).toEqual({ whole: [] });
      expect(complaints.filter((one) => !/WebSocket|ERR_/.test(one))).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  /** The connection goes, something is said, it comes back; then a message is refused. */
  async function inTrouble(page: Page, faulty: Record<string, string[]>): Promise<void> {
    wire.cut();
    await page.locator('#status:not(:empty)').waitFor();
    await page.locator('#reply').fill('menu');
    await page.locator('#reply').press('Enter');
    await page.locator('.mine.waiting').waitFor();
    await look(page, faulty, 'offline');
    wire.mend();
    await page.locator('.mine.waiting').waitFor({ state: 'detached', timeout: 20_000 });
    await look(page, faulty, 'back');
  }
});

/** Everything there is to ask for, an unclear reply, and at last the erasure. */
const said: Readonly<Record<string, readonly string[]>> = {
  fr: [
    ...['le groupe', 'où suis-je', 'la vision', 'aide', 'changer', 'mes données', 'tous les titres'],
    ...['c’est anonyme ?', 'bla bla bla', 'pause', 'menu', 'effacer'],
  ],
  en: [
    ...['group', 'my place', 'vision', 'help', 'change', 'my data', 'all titles'],
    ...['is it anonymous?', 'bla bla bla', 'pause', 'menu', 'erase'],
  ],
};

/** Looks at the page as it stands with its newest replies: those that are past were looked at. */
async function look(page: Page, faulty: Record<string, string[]>, name?: string): Promise<void> {
  const seen = await found(page, '.past');
  if (seen.length > 0) faulty[name ?? (await labelOf(page)) ?? ''] = seen;
}

const labelOf = (page: Page): Promise<string | null> =>
  page.locator('.theirs').last().getAttribute('data-label');

async function say(page: Page, words: string): Promise<void> {
  const before = await page.locator('.theirs').count();
  await page.locator('#reply').fill(words);
  await page.locator('#reply').press('Enter');
  await page.locator('.theirs').nth(before).waitFor();
  await page.locator('.mine.waiting').waitFor({ state: 'detached' });
}

/** Where the focus is once the assistant has answered, and how much of what is past Tab would still lead to. */
const placeOfFocus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const cards = [...document.querySelectorAll('.theirs:has(.card)')];
    const past = cards.slice(0, -1).filter((entry) => entry.matches('.past'));
    const tabbable = 'button, input, select, textarea, [tabindex="0"]';
    return {
      role: at?.getAttribute('role'),
      isNewest: at?.closest('.entry') === cards.at(-1),
      reachedBefore: past.flatMap((entry) =>
        [...entry.querySelectorAll<HTMLElement>(tabbable)].filter(({ tabIndex }) => tabIndex >= 0),
      ).length,
    };
  });
