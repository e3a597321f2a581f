import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openStore } from '#store/files/open.ts';
import { group } from '#test/cards/samples/group.ts';
import { removeFolder } from '../http/app/running.ts';
import { type App, startApp } from './app.ts';
import { foundInBothThemes } from './axe.ts';
import { desktop, launch, phone, visitor } from './chromium.ts';
import { fullTowns } from './full-town.ts';
import { beyond } from './inspect.ts';
import { withBrowser } from './with-browser.ts';

if (group.state !== 'released') throw new Error('the sample group has a result');
const { scenario } = group;
const at = '2026-11-10T10:00:00.000Z';
const shots = process.env.SHOTS;
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

/** In `revu` people looked at mobility again, every third moved towards what they saw; in `rive` the first round is over. */
async function towns(): Promise<string> {
  const dir = await fullTowns([
    { id: 'revu', people: 240, domains: ['mobility'] },
    { id: 'rive', people: 30, domains: ['mobility'] },
  ]);
  const store = await openStore(dir);
  await store.update(
    'consultation',
    'revu',
    (its) => its && { ...its, round: { openedAt: at, first: { kind: 'final', at, scenario } } },
  );
  for (let i = 0; i < 240; i++)
    await store.update(
      'participant',
      `revu-${i}`,
      (its) =>
        its && {
          ...its,
          ballots: Object.fromEntries(
            Object.entries(its.ballots).map(([id, ballot]) =>
              ballot === 'skipped' || ballot.stance === 'dont-know'
                ? [id, ballot]
                : [
                    id,
                    {
                      ...ballot,
                      second: { first: i % 3 === 0 ? (ballot.stance > 0 ? -1 : 1) : ballot.stance },
                    },
                  ],
            ),
          ),
        },
    );
  await store.close();
  return dir;
}

withBrowser('a second round', () => {
  let app: App;
  let browser: Browser;
  let dir: string;
  beforeAll(async () => {
    dir = await towns();
    [app, browser] = await Promise.all([startApp({ DATA_DIR: dir }), launch()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    if (dir !== undefined) await removeFolder(dir);
  }, 30_000);

  test('an owner opens it without a script, on a phone, and ends it', async () => {
    const { page } = await visitor(browser, { viewport: phone, javaScriptEnabled: false });
    await page.goto(app.spaceLink);
    await page.locator('main button').press('Enter');
    await page.goto(`${app.url}/animation/c/rive`);
    await page.getByRole('link', { name: 'Ouvrir un second tour' }).press('Enter');
    await page.getByRole('button', { name: 'Ouvrir le second tour' }).press('Enter');
    await page.getByText('Cochez cette case pour confirmer.').first().waitFor();
    expect(await beyond(page)).toBe(0);
    await shot(page, 'open-fr-360');
    await page.getByLabel('Oui, je veux ouvrir un second tour.').check();
    await page.getByRole('button', { name: 'Ouvrir le second tour' }).press('Enter');
    await page.getByText('Le second tour est ouvert.').waitFor();
    await shot(page, 'opened-fr-360');
    expect(await beyond(page)).toBe(0);
    await page.getByRole('button', { name: 'Mettre fin au second tour' }).press('Enter');
    await page.getByText('Le second tour est fini.').waitFor();
    await page.context().close();
  }, 60_000);

  test.each([
    ['fr', phone],
    ['en', desktop],
  ] as const)(
    'the page of the result shows both rounds and what moved (%s)',
    async (language, viewport) => {
      const { page, complaints } = await visitor(browser, { viewport });
      await page.goto(`${app.url}/c/revu/resultats?lang=${language}`);
      const part = page.locator('#second-tour');
      await part.locator('summary').press('Enter');
      expect(await part.locator('tbody tr').count()).toBeGreaterThan(3);
      expect(await part.locator('tbody td').nth(3).textContent()).toMatch(/^\d+$/);
      await part.scrollIntoViewIfNeeded();
      if (shots !== undefined) await part.screenshot({ path: `${shots}/result-${language}.png` });
      expect(await beyond(page)).toBe(0);
      expect(await foundInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});
