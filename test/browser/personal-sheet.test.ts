import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { keeperOf } from '#test/web/public/personal/keeper.ts';
import { bundlePage } from '#web/bundle.ts';
import { personalSheet } from '#web/public/personal/personal-sheet.ts';
import { foundInBothThemes } from './axe.ts';
import { launch, visitor } from './chromium.ts';
import { beyond } from './inspect.ts';
import { withBrowser } from './with-browser.ts';

withBrowser('a scenario on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  test.each(['fr', 'en'])(
    'however much somebody keeps, their scenario prints on one sheet, with no word cut, in %s',
    async (language) => {
      const { addresses, files } = await bundlePage('');
      const sheet = personalSheet({
        ...keeperOf(12, language),
        addresses: { ...addresses, style: addresses.resultsStyle },
        ...{ data: '/data', words: '/words' },
      });
      const { page } = await visitor(browser, { viewport: { width: 718, height: 1000 } });
      const style = Buffer.from(files.get(addresses.resultsStyle)?.plain ?? '').toString();
      await page.setContent(sheet.replace(/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`));
      await page.emulateMedia({ media: 'print' });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect([...pdf.matchAll(/\/Type \/Page\b(?!s)/g)]).toHaveLength(1);
      const outside = await page.evaluate(() => {
        const edge = document.querySelector('main')?.getBoundingClientRect().right ?? 0;
        const drawn = document.querySelector('figure svg')?.getBoundingClientRect();
        return [...document.querySelectorAll('svg text, main > p')]
          .filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            const bounds = text.closest('svg') === null ? { left: 0, right: edge } : drawn;
            return bounds !== undefined && (left < bounds.left - 1 || right > bounds.right + 1);
          })
          .map((text) => text.textContent);
      });
      expect(outside).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 320, height: 640 });
      expect([...(await foundInBothThemes(page)), await beyond(page)]).toEqual([0]);
      await page.context().close();
    },
    60_000,
  );
});
