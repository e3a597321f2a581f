import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type App, startApp } from './app.ts';
import { findEngine, launch, remedy } from './chromium.ts';

/** A suite that needs a browser: without one it is skipped, and the run says the remedy. */
export function withBrowser(title: string, tests: () => void, found = findEngine()): void {
  if (found !== undefined) {
    describe(title, tests);
    return;
  }
  console.warn(remedy);
  describe.skip(`${title} (${remedy})`, tests);
}

/** The whole program and a browser, for the tests of the suite that asks. */
export function opened(): { readonly app: App; readonly browser: Browser } {
  let app: App | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  }, 30_000);
  const sure = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('It is open within tests alone');
    return one;
  };
  return {
    get app() {
      return sure(app);
    },
    get browser() {
      return sure(browser);
    },
  };
}
