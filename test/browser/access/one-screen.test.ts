import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { viewOf } from '#test/cards/samples/view.ts';
import { visitor } from '../chromium.ts';
import { answered } from '../person.ts';
import { opened, withBrowser } from '../with-browser.ts';
import { spokenTo } from './spoken-to.ts';

/** A small phone. */
const viewport = { width: 360, height: 640 };

withBrowser('on a small phone, one screen holds', () => {
  const given = opened();

  test.each([
    ['fr', 'ne montrent jamais qui a dit quoi'],
    ['en', 'never show who said what'],
    ['fr-falc', 'ne montrent jamais qui a répondu quoi'],
  ])(
    'all that is said before the first yes, that nobody is shown with what they said among it (%s)',
    async (language, promise) => {
      const { page } = await visitor(given.browser, { viewport });
      await page.goto(`${given.app.url}/?lang=${language}`);
      const consent = page.locator('[data-label=consent]:not([data-stand-in])');
      await consent.getByText(promise).first().waitFor();
      expect((await consent.boundingBox())?.height).toBeLessThanOrEqual(await room(page));
      await page.context().close();
    },
    30_000,
  );

  test.each(['fr', 'en', 'fr-falc'])(
    'a resume code with its picture, the way on and what else can be done with it (%s)',
    async (language) => {
      const { page } = await visitor(given.browser, { viewport });
      await page.goto(`${given.app.url}/?lang=${language}`);
      await answered(page, () => page.locator('[data-label=consent] .style-positive').last().click());
      await page.locator('#reply').fill('pause');
      await page.locator('#reply').press('Enter');
      const ways = page.locator('.card:has(img[src^="data:image/png"])');
      await ways.locator('[data-way=leave]').waitFor();
      const last = await ways.locator('[data-way=leave]').boundingBox();
      const top = await ways.boundingBox();
      expect((last?.y ?? 0) + (last?.height ?? 0) - (top?.y ?? 0)).toBeLessThanOrEqual(await room(page));
      await page.context().close();
    },
    30_000,
  );

  test.each(['fr', 'en', 'fr-falc'])(
    'the list of domains, each tall enough for a finger, and the way on (%s)',
    async (language) => {
      const { page } = await visitor(given.browser, { viewport });
      await page.goto(`${given.app.url}/?lang=${language}`);
      await answered(page, () => page.locator('[data-label=consent] .style-positive').last().click());
      await answered(page, () => page.locator('[data-label=profile] .ac-pushButton').first().click());
      const menu = page.locator('[data-label=menu] .card').last();
      await menu.waitFor();
      expect((await menu.boundingBox())?.height).toBeLessThanOrEqual(await room(page));
      const rows = await menu
        .locator('.ac-container.ac-selectable')
        .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
      expect(rows.filter((height) => height < 44)).toEqual([]);
      expect(rows).toHaveLength(6);
      await page.context().close();
    },
    30_000,
  );

  test.each(['fr', 'en', 'fr-falc'])(
    'each trajectory, what may be won and lost, and every answer (%s)',
    async (language) => {
      const { page, show } = await spokenTo(given.browser, given.app, language);
      await page.setViewportSize(viewport);
      const view = viewOf(language);
      const tall: string[] = [];
      for (const { id: domain, trajectories } of view.catalogue.domains) {
        const asked = trajectories.map(({ id: trajectory }) => ({
          ...{ label: 'trajectory' as const, domain, trajectory, because: undefined, left: 1 },
          position: { index: 1, total: 3 },
        }));
        await show(asked, view);
        const ends = await page.locator('.theirs .card').evaluateAll((cards) =>
          cards.map((card) => {
            const last = [...card.querySelectorAll('.ac-container.ac-selectable')].at(-1);
            return (last?.getBoundingClientRect().bottom ?? 0) - card.getBoundingClientRect().top;
          }),
        );
        const most = await room(page);
        ends.forEach((end, i) => {
          if (end > most) tall.push(`${trajectories[i]?.id} ${Math.round(end - most)}`);
        });
      }
      expect(tall).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});

/** What is in sight above the line to write on. */
const room = (page: Page) =>
  page.evaluate(() => {
    const line = document.querySelector('#form')?.getBoundingClientRect();
    const above = document.querySelector('#composer')?.getBoundingClientRect();
    return innerHeight - ((line?.bottom ?? 0) - (above?.top ?? 0)) - 8;
  });
