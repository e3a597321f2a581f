import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** What the browser holds of the conversation in a drawer, or in all of them; waits until it is that many, where told. */
export async function heldIn(page: Page, drawer?: string, least = 0): Promise<unknown[]> {
  return until(
    page,
    async ([wanted, n]) => {
      const [found] = await indexedDB.databases();
      if (found?.name === undefined) return n === 0 ? [] : undefined;
      const asked = indexedDB.open(found.name);
      await new Promise((done) => {
        asked.onsuccess = done;
      });
      const all = asked.result.transaction('held').objectStore('held');
      const [keys, values] = [all.getAllKeys(), all.getAll()];
      await new Promise((done) => {
        values.onsuccess = done;
      });
      asked.result.close();
      const its: unknown[] = values.result.filter(
        (_, i) => wanted === undefined || (keys.result[i] as string[])[1] === wanted,
      );
      return its.length >= n ? its : undefined;
    },
    [drawer, least] as const,
  );
}

/** Waits until the browser holds nothing there any more. */
export async function nothingIn(page: Page, drawer?: string): Promise<void> {
  while ((await heldIn(page, drawer)).length > 0)
    await page.evaluate(() => new Promise(requestAnimationFrame));
}
