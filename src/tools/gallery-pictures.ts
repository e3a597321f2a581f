import { pathToFileURL } from 'node:url';
import { launch } from '#test/browser/chromium.ts';
import type { GalleryPage } from './gallery-pages.ts';

const widths = [360, 720];
const schemes = ['light', 'dark'] as const;

/** A picture of each card at two widths, light and dark; says how many. */
export async function takePictures(chromium: string, pages: readonly GalleryPage[]): Promise<number> {
  const browser = await launch(chromium);
  let taken = 0;
  try {
    for (const width of widths) {
      for (const colorScheme of schemes) {
        const context = await browser.newContext({
          viewport: { width, height: 640 },
          colorScheme,
          reducedMotion: 'reduce',
        });
        const tab = await context.newPage();
        for (const { file, picture } of pages.filter(({ isCard }) => isCard)) {
          await tab.goto(pathToFileURL(file).href);
          await tab.screenshot({ path: `${picture}-${width}-${colorScheme}.png`, fullPage: true });
          taken += 1;
        }
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
  return taken;
}
