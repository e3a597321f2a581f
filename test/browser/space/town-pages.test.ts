import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { foundInBothThemes } from '../axe.ts';
import { desktop, phone, visitor } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { opened, withBrowser } from '../with-browser.ts';

withBrowser("the pages of a town's catalogue", () => {
  const its = opened();
  let page: Page;
  const here = '/animation/c/decouverte/catalogue';
  const paths: string[] = [here];

  beforeAll(async () => {
    ({ page } = await visitor(its.browser, { viewport: desktop }));
    await page.goto(its.app.spaceLink);
    await page.locator('main button').click();
    await page.goto(`${its.app.url}${here}?lang=fr`);
    expect(await foundInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.getByText('Tout est en ordre').waitFor();
    for (const kind of ['domain', 'question', 'trajectory', 'orientation', 'judgements']) {
      const link = page.locator(`a[href*="/catalogue/${kind}/"]`).first();
      paths.push((await link.getAttribute('href')) ?? '');
    }
    paths.push(`${here}/question/nouveau?domaine=health`, `${here}/apercu`);
  }, 60_000);

  test.each([
    [phone, 'fr'],
    [desktop, 'en'],
  ] as const)(
    'have nothing that axe-core finds, by day or by night, nor that reaches beyond the screen (%j, %s)',
    async (size, lang) => {
      await page.setViewportSize(size);
      const faulty: Record<string, unknown> = {};
      for (const path of paths) {
        await page.goto(`${its.app.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) details.setAttribute('open', '');
        });
        const over = await beyond(page);
        const seen = [...(await foundInBothThemes(page)), ...(over > 0 ? [`${over} px beyond`] : [])];
        if (seen.length > 0) faulty[path] = seen;
      }
      expect(faulty).toEqual({});
    },
    120_000,
  );
});
