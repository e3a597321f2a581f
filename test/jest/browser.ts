import { chromium } from 'playwright-core';
import { findEngine, flags } from '../browser/chromium.ts';

/** One Chromium for all the suites that want a browser: each opens windows of its own in it, and the run closes it. */
export default async function openBrowser(): Promise<void> {
  const executablePath = findEngine();
  if (executablePath === undefined) return;
  const server = await chromium.launchServer({ executablePath, args: flags });
  process.env.TEST_BROWSER = server.wsEndpoint();
  closing.push(() => server.close());
}

export const closing: (() => Promise<void>)[] = [];
