import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { samples } from '#test/cards/samples/replies.ts';
import { viewOf } from '#test/cards/samples/view.ts';
import { foundInBothThemes } from '../axe.ts';
import { opened, withBrowser } from '../with-browser.ts';
import { spokenTo } from './spoken-to.ts';

/** As many as a page shows at once: what axe-core costs grows with what it looks at. */
const atOnce = 12;

withBrowser('every reply that there is, in the chat page', () => {
  const given = opened();

  test.each(['fr', 'en'])(
    'in %s, axe-core finds nothing in any, by day and by night',
    async (language) => {
      const { page, show } = await spokenTo(given.browser, given.app, language);
      const all = Object.entries(samples);
      const faulty: Record<string, string[]> = {};
      for (let i = 0; i < all.length; i += atOnce) {
        const shown = all.slice(i, i + atOnce);
        await show(
          shown.map(([, reply]) => reply),
          viewOf(language),
        );
        await openAll(page);
        const seen = await foundInBothThemes(page);
        if (seen.length > 0) faulty[shown.map(([name]) => name).join(' ')] = seen;
      }
      expect(faulty).toEqual({});
      await page.context().close();
    },
    120_000,
  );
});

/** What is read on demand is part of what is looked at. */
const openAll = (page: Page): Promise<void> =>
  page.locator('[aria-expanded=false]').evaluateAll((openers) => {
    for (const opener of openers) if (opener instanceof HTMLElement) opener.click();
  });
