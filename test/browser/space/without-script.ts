import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { town } from '../../http/admin/town.ts';
import { removeFolder } from '../../http/app/running.ts';
import { type App, startApp } from '../app.ts';
import { launch, phone, visitor } from '../chromium.ts';

/** Somebody in the space of the made-up town, on a phone whose browser runs no script, for the tests of the suite that asks. */
export function withoutScript(): { readonly app: App; readonly page: Page } {
  let app: App;
  let browser: Browser;
  let page: Page;
  let dir: string;
  beforeAll(async () => {
    dir = await town();
    [app, browser] = await Promise.all([startApp({ DATA_DIR: dir }), launch()]);
    ({ page } = await visitor(browser, { viewport: phone, javaScriptEnabled: false }));
    await page.goto(app.spaceLink);
    await page.locator('main button').click();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await removeFolder(dir);
  });
  return {
    get app() {
      return app;
    },
    get page() {
      return page;
    },
  };
}
