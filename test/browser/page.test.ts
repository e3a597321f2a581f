import { expect, test } from '@jest/globals';
import { desktop, phone, visitor } from './chromium.ts';
import { beyond, faint, faults } from './inspect.ts';
import { answered, choose, newestCard, own, primary, withKeyboard, withMouse } from './person.ts';
import { opened, withBrowser } from './with-browser.ts';

withBrowser('the chat page', () => {
  const given = opened();

  const arrive = async (options: Parameters<typeof visitor>[1] = {}, path = '/') => {
    const watched = await visitor(given.browser, options);
    await watched.page.goto(given.app.url + path);
    await newestCard(watched.page).waitFor();
    return watched;
  };

  test.each([
    ['a phone', phone],
    ['a desktop', desktop],
  ])(
    'is answered by mouse on %s, with nothing beyond the edge and no complaint',
    async (_, viewport) => {
      const { page, complaints } = await arrive({ viewport });
      for (let step = 1; step <= 5; step++) {
        await withMouse(page).answer();
        expect(await own(page).count()).toBe(step);
        expect(await beyond(page)).toBe(0);
        expect(await faults(page)).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test.each([
    ['a phone', phone],
    ['a desktop', desktop],
  ])(
    'is answered by keyboard alone on %s, the focus following the cards',
    async (_, viewport) => {
      const { page, complaints } = await arrive({ viewport });
      for (let step = 1; step <= 4; step++) {
        await withKeyboard(page).answer();
        const inNewCard = () => document.activeElement?.closest('.entry')?.matches('.theirs:not(.past)');
        expect(await page.evaluate(inNewCard)).toBe(true);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test('says at the start whether it is on a phone, and no more of the device', async () => {
    const said: unknown[] = [];
    for (const options of [{ viewport: phone, hasTouch: true }, { viewport: phone }, { hasTouch: true }]) {
      const { page } = await visitor(given.browser, options);
      page.on('request', (request) => {
        if (request.url().endsWith('/conversations')) said.push(request.postDataJSON());
      });
      await page.goto(given.app.url);
      await newestCard(page).waitFor();
      await page.context().close();
    }
    expect(said).toEqual(['phone', 'computer', 'computer'].map((device) => ({ locale: 'fr', device })));
  }, 60_000);

  test.each(['light', 'dark'] as const)(
    'is readable in the %s theme',
    async (colorScheme) => {
      const { page } = await arrive({ colorScheme });
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(background).toBe(colorScheme === 'dark' ? 'rgb(21, 24, 26)' : 'rgb(248, 246, 242)');
      for (let step = 0; step < 4; step++) {
        expect(await faint(page)).toEqual([]);
        await withMouse(page).answer();
      }
      expect(await faint(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test('still fits at twice the size, as when it is projected', async () => {
    const { page } = await arrive({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await withMouse(page).answer();
    expect(await beyond(page)).toBe(0);
    await page.context().close();
  }, 30_000);

  test('counts a button tapped twice once', async () => {
    const { page } = await arrive();
    const card = newestCard(page);
    await choose(card);
    await answered(page, () => primary(card).dblclick());
    expect(await own(page).count()).toBe(1);
    await page.context().close();
  }, 30_000);

  test('puts an answered card aside, and keeps what was chosen there', async () => {
    const { page } = await arrive();
    for (let step = 0; step < 3; step++) await withMouse(page).answer();
    const old = page.locator('.theirs .card').filter({ has: page.locator(':checked') });
    expect(await old.count()).toBeGreaterThan(0);
    const past = await page
      .locator('.theirs')
      .evaluateAll((all) => all.map((it) => it.classList.contains('past')));
    const before = await page.evaluate(() => {
      const last = [...document.querySelectorAll('.mine')].at(-1);
      const all = [...document.querySelectorAll('.theirs')];
      return all.map((it) =>
        Boolean(last && it.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING),
      );
    });
    expect(past).toEqual(before);
    expect(past.at(-1)).toBe(false);
    await page.context().close();
  }, 30_000);

  test('shows an answer in words, never as data', async () => {
    const { page } = await arrive();
    for (let step = 0; step < 4; step++) await withMouse(page).answer();
    for (const words of await own(page).locator('.bubble').allTextContents()) {
      expect(words.trim()).not.toBe('');
      expect(words).not.toMatch(/[{}[\]]|undefined|true|false/);
    }
    await page.context().close();
  }, 30_000);

  test('switches its own words with the language of the conversation, without a reload', async () => {
    const { page } = await arrive();
    await page.locator('#other-language').click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    expect(await page.locator('#form button').textContent()).toBe('Send');
    expect(await page.locator('[data-word=group]').textContent()).toBe('The group');
    expect(await page.locator('#other-language').textContent()).toBe('Français');
    await page.context().close();
  }, 30_000);

  test('takes typed words: Enter sends, Shift+Enter starts a line, the focus stays', async () => {
    const { page } = await arrive();
    const before = await page.locator('.theirs').count();
    await page.locator('#reply').focus();
    await page.keyboard.type('menu');
    await page.keyboard.press('Shift+Enter');
    expect(await page.locator('#reply').inputValue()).toBe('menu\n');
    await page.keyboard.press('Enter');
    await page.locator('.theirs').nth(before).waitFor();
    expect(await own(page).locator('.bubble').allTextContents()).toEqual(['menu']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply');
    await page.context().close();
  }, 30_000);

  test('works where the browser keeps nothing', async () => {
    const { page, complaints } = await visitor(given.browser);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(given.app.url);
    await newestCard(page).waitFor();
    await withMouse(page).answer();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 30_000);

  test("opens the facilitator's space once, and leaves no trace of the invitation in the address", async () => {
    const first = await visitor(given.browser);
    await first.page.goto(given.app.facilitatorLink);
    await newestCard(first.page).waitFor();
    expect(new URL(first.page.url()).hash).toBe('');
    await first.page.reload();
    await newestCard(first.page).waitFor();
    const second = await visitor(given.browser);
    await second.page.goto(given.app.facilitatorLink);
    await second.page.getByText('Ce lien a déjà servi.').waitFor();
    expect(await faults(second.page)).toEqual([]);
    await first.page.context().close();
    await second.page.context().close();
  }, 30_000);
});
