import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/**
 * Keeps a picture for the README, only where the environment's SCREENSHOTS names a folder to put it in: `of`, down to the
 * end of `to`, large enough to be read. Like any change of the page it empties what is not yet sent of the cards.
 */
export async function picture(page: Page, name: string, of: Locator, to = of): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  const before = page.viewportSize();
  if (folder === undefined || before === null) return;
  await look(page, paper, '1.5');
  await of.evaluate((element) => element.scrollIntoView());
  const [first, last] = [await of.boundingBox(), await to.boundingBox()];
  if (first === null || last === null) throw new Error(`Nothing to take a picture of: ${name}`);
  const [top, left] = [Math.max(0, first.y - margin), Math.max(0, first.x - margin)];
  const height = last.y + last.height + margin - top;
  const width = first.x + first.width + margin - left;
  await page.screenshot({
    path: join(folder, `${name}.png`),
    clip: { x: left, y: top, width, height },
  });
  await look(page, before, '');
}

/** As wide as the picture, and high enough for the longest; narrower than the list of chats needs beside it. */
const paper = { width: 1100, height: 2400 };
const margin = 12;

/** Gives the page this size and zoom, and waits until it is drawn so. */
async function look(page: Page, size: typeof paper, zoom: string): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(async (zoom) => {
    document.documentElement.style.zoom = zoom;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, zoom);
}
