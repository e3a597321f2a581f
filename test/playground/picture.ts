import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

/** Where pictures for the README are put; without the environment's SCREENSHOTS none is taken. */
const folder = process.env.SCREENSHOTS;

/** How a page is opened of which pictures are taken: large enough to be read where they are drawn smaller. */
export const pictured: BrowserContextOptions = folder === undefined ? {} : { deviceScaleFactor: 1.25 };

/**
 * Takes a picture: the list of chats, and beside it what stands from the top of `from` to the end of `to`. Like any change
 * of the page it empties what is not yet sent of the cards.
 */
export async function picture(page: Page, name: string, from: Locator, to = from): Promise<void> {
  const before = page.viewportSize();
  if (folder === undefined || before === null) return;
  // The log takes the room that cards leave empty.
  const log = page.getByTitle('Toggle Log Panel');
  await log.click();
  await resize(page, highest);
  const [first, last] = [await boxOf(from), await boxOf(to)];
  const around = highest - (await paneOf(from)).height;
  await resize(page, Math.ceil(last.y + last.height - first.y + around + margin));
  const pane = await paneOf(from);
  const { x } = await boxOf(page.getByRole('treeitem').first());
  const clip = { x, y: pane.y, width: pane.x + pane.width - x, height: pane.height };
  await page.screenshot({ path: join(folder, `${name}.png`), clip });
  await log.click();
  await page.setViewportSize(before);
}

/** More than any picture needs, in pixels. */
const highest = 3000;
/** Below what is shown. */
const margin = 9;

/** Gives the page a height, and waits until it is drawn so. */
async function resize(page: Page, height: number): Promise<void> {
  await page.setViewportSize({ width: 1280, height });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}

async function boxOf(what: Locator) {
  const box = await what.boundingBox();
  if (box === null) throw new Error(`Nothing to take a picture of: ${what}`);
  return box;
}

/** The part of the page that this scrolls in, once it is scrolled to its top. */
function paneOf(what: Locator) {
  return what.evaluate((element) => {
    let pane = element;
    while (getComputedStyle(pane).overflowY !== 'auto' && pane.parentElement) pane = pane.parentElement;
    element.scrollIntoView();
    const { x, y, width, height } = pane.getBoundingClientRect();
    return { x, y, width, height };
  });
}
