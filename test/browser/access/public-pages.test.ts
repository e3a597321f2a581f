import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { having, published, town } from '../../http/admin/town.ts';
import { removeFolder } from '../../http/app/running.ts';
import { type App, startApp } from '../app.ts';
import { foundInBothThemes } from '../axe.ts';
import { launch, visitor } from '../chromium.ts';
import { beyond } from '../inspect.ts';
import { withBrowser } from '../with-browser.ts';

withBrowser('the public pages', () => {
  let app: App;
  let browser: Browser;
  let dir: string;
  beforeAll(async () => {
    dir = await town(having('voisins', published));
    [app, browser] = await Promise.all([startApp({ DATA_DIR: dir }), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    if (dir !== undefined) await removeFolder(dir);
  });

  const pages = [
    ...['/teams/onglet', '/teams/c/voisins', '/teams/c/petit'],
    ...[
      '/c/voisins/resultats',
      '/c/voisins/resultats/annees',
      '/c/petit/resultats',
      '/c/nulle-part',
      '/facilitator',
      '/c/voisins',
    ],
    ...['/catalogue', '/catalogue/trajectoires/commerce-customer-data', '/catalogue?q=navette'],
    ...[
      '/confidentialite',
      '/mentions',
      '/accessibilite',
      '/animation/entree/nulle-part',
      '/api/my-data?t=x',
    ],
  ];

  test.each(['fr', 'en'])(
    'on no public page axe-core finds anything, by day or by night, nor does one reach beyond 320 pixels (%s)',
    async (locale) => {
      const { page } = await visitor(browser, { viewport: { width: 320, height: 640 }, locale });
      const faulty: Record<string, unknown> = {};
      for (const path of pages) {
        await page.goto(app.url + path);
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) details.setAttribute('open', '');
        });
        const over = await beyond(page);
        const seen = [...(await foundInBothThemes(page)), ...(over > 0 ? [`${over} px beyond`] : [])];
        if (seen.length > 0) faulty[path] = seen;
      }
      expect(faulty).toEqual({});
      await page.context().close();
    },
    120_000,
  );
});
