import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answers, minGroup } from '../http/app/crowd.ts';
import { type App, startApp } from './app.ts';
import { launch, visitor, type Watched } from './chromium.ts';
import { faint } from './inspect.ts';
import { longestProjection, usualProjection } from './longest-projection.ts';
import { withBrowser } from './with-browser.ts';

const here = '/animation/c/decouverte';
const screens = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

withBrowser('in the room', () => {
  let app: App;
  let browser: Browser;
  let owner: Watched;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launch()]);
    owner = await visitor(browser, { viewport: { width: 1280, height: 720 } });
    await owner.page.goto(app.spaceLink);
    await owner.page.getByRole('button', { name: 'Entrer dans l’espace' }).click();
    await owner.page.waitForURL(`${app.url}/animation`);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  }, 30_000);

  const shown = (page: Page) => page.locator('.slide.current').getAttribute('id');

  test('the numbers move by themselves while the first people answer', async () => {
    const { page, complaints } = owner;
    await page.goto(`${app.url}${here}/salle/projection?lang=fr#live`);
    const took = page.locator('[data-live="took"]');
    expect(await took.textContent()).toBe('Personne n’a encore donné d’avis');
    await answers(app.url);
    await page.waitForFunction(
      () => document.querySelector('[data-live="took"]')?.textContent === 'Une personne a donné son avis',
    );
    await page.keyboard.press('End');
    expect(await shown(page)).toBe('results');
    expect(await page.locator('.slide.current').textContent()).toContain(
      `encore au moins ${2 * minGroup - 1} personnes`,
    );
    await Promise.all(Array.from({ length: minGroup + 1 }, () => answers(app.url)));
    await close(page.context(), `${app.url}${here}`);
    await page.getByRole('button', { name: 'Montrer le nouveau résultat' }).click();
    await page.locator('#shared').waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
  }, 120_000);

  test('it is led by the keyboard and by a mouse, and each screen is announced', async () => {
    const { page, complaints } = owner;
    await page.goto(`${app.url}${here}/salle/projection?lang=fr`);
    await page.locator('.one-by-one').waitFor({ state: 'attached' });
    const all = await page.locator('.slide').count();
    expect(await page.locator('.slide:visible').count()).toBe(1);
    const visited = [await shown(page)];
    for (const key of ['ArrowRight', 'Space', 'PageDown', 'ArrowLeft', 'End', 'Home', '3']) {
      await page.keyboard.press(key);
      visited.push(await shown(page));
    }
    const ids = await page.locator('.slide').evaluateAll((slides) => slides.map(({ id }) => id));
    expect(visited).toEqual([0, 1, 2, 3, 2, all - 1, 0, 2].map((at) => ids[at]));
    const title = await page.locator('.slide.current h2').textContent();
    expect(await page.locator('#place-told').textContent()).toMatch(new RegExp(`^Écran 3 sur ${all}\\s: `));
    expect(await page.locator('#place-told').textContent()).toContain(title);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(ids[2]);
    await page.getByRole('button', { name: 'Suivant' }).click();
    expect(await shown(page)).toBe(ids[3]);
    await page.keyboard.press('Space');
    expect(await shown(page)).toBe(ids[4]);
    await page.getByRole('button', { name: 'Précédent' }).focus();
    await page.keyboard.press('Space');
    expect(await shown(page)).toBe(ids[3]);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toBe(ids[3]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement === null);
    await page.goBack();
    expect(complaints).toEqual([]);
  }, 60_000);

  test('it is light until somebody asks for dark, and stays as they chose', async () => {
    const { page } = owner;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${app.url}${here}/salle/projection?lang=fr`);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.keyboard.press('t');
    expect(await ground()).toBe('rgb(14, 17, 18)');
    await page.reload();
    expect(await ground()).toBe('rgb(14, 17, 18)');
    expect(await faint(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.emulateMedia({ colorScheme: 'light' });
  }, 60_000);

  test.each(['fr', 'en'])(
    'nothing is cut, and no letter is small, on any screen (%s)',
    async (lang) => {
      const { page } = owner;
      const path = `${here}/salle/projection?lang=${lang}`;
      const real = await (await page.request.get(app.url + path)).text();
      const found = (pattern: RegExp) => pattern.exec(real)?.[0] ?? '';
      const style = found(/\/assets\/projection-\w+\.css/);
      const script = found(/\/assets\/animation-\w+\.js/);
      for (const html of [
        real,
        ...[longestProjection, usualProjection].map((made) => made(lang, style, script)),
      ]) {
        await page.route('**/projection?*', (route) =>
          route.fulfill({ contentType: 'text/html', body: html }),
        );
        await page.goto(app.url + path);
        await page.locator('.one-by-one').waitFor({ state: 'attached' });
        const all = await page.locator('.slide').count();
        for (const screen of screens) {
          await page.setViewportSize(screen);
          await page.keyboard.press('Home');
          for (let at = 0; at < all; at++) {
            expect([screen.width, await spilt(page)]).toEqual([screen.width, []]);
            await page.keyboard.press('ArrowRight');
          }
        }
        await page.unroute('**/projection?*');
      }
      await page.setViewportSize({ width: 1280, height: 720 });
    },
    120_000,
  );

  test('without a script, the screens stand one under the other', async () => {
    const { cookies } = await owner.page.context().storageState();
    const { page } = await visitor(browser, { javaScriptEnabled: false });
    await page.context().addCookies(cookies);
    await page.goto(`${app.url}${here}/salle/projection?lang=fr`);
    expect(await page.locator('.slide:visible').count()).toBe(await page.locator('.slide').count());
    expect(await page.locator('.controls').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Qui prend part' }).click();
    expect(page.url()).toMatch(/#live$/);
    await page.context().close();
  }, 30_000);
});

/** Closes the consultation in a page beside, as a facilitator does. */
async function close(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('summary').getByText('Clore', { exact: true }).click();
  await page.getByRole('button', { name: 'Clore maintenant' }).click();
  await page.getByRole('button', { name: 'Clore maintenant' }).waitFor({ state: 'detached' });
  await page.close();
}

/** What of the slide that is shown does not fit, or is written smaller than a fortieth of the width. */
function spilt(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slide = document.querySelector('.slide.current');
    if (slide === null) return ['no slide'];
    const least = window.innerWidth * 0.025 - 0.1;
    const bottom = document.querySelector('.controls')?.getBoundingClientRect().top ?? 0;
    return [slide, ...slide.querySelectorAll('*')].flatMap((it) => {
      const box = it.getBoundingClientRect();
      const isText = [...it.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      const what = `${slide.id} ${it.tagName} ${it.textContent?.slice(0, 40)}`;
      if (it === slide) return it.scrollHeight > it.clientHeight + 1 ? [`tall: ${what}`] : [];
      if (box.right > window.innerWidth + 1) return [`wide: ${what}`];
      if (isText && box.bottom > bottom + 1) return [`low: ${what}`];
      return isText && Number.parseFloat(getComputedStyle(it).fontSize) < least ? [`small: ${what}`] : [];
    });
  });
}
