import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Rendered } from '#cards/view.ts';
import { launch } from '#test/browser/chromium.ts';

interface GalleryShown extends Rendered {
  readonly language: string;
  readonly name: string;
}

interface GalleryPage {
  readonly file: string;
  /** Beside the page, without its ending. */
  readonly picture: string;
  /** Worth a picture: a card, not words alone. */
  readonly isCard: boolean;
}

/** Writes a page for each card, drawn as the chat page draws it, and an index. */
export async function writePages(
  folder: string,
  shown: readonly GalleryShown[],
): Promise<readonly GalleryPage[]> {
  await rm(folder, { recursive: true, force: true });
  const own = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  await build({
    entryPoints: {
      draw: own('./page.ts'),
      page: own('../../web/chat-client/style/main.css'),
    },
    outdir: folder,
    bundle: true,
    // A file of this disk is loaded as no module, and has no address of its own: the page's is as far from the folder.
    define: { 'import.meta.url': 'document.baseURI' },
    charset: 'utf8',
    logLevel: 'error',
  });
  await writeFile(join(folder, 'index.html'), indexPage(shown));
  return Promise.all(shown.map((one) => writePage(folder, one)));
}

async function writePage(folder: string, { language, name, text, card }: GalleryShown): Promise<GalleryPage> {
  const picture = join(folder, language, name);
  await mkdir(join(folder, language), { recursive: true });
  const data = JSON.stringify({ text, card }).replaceAll('<', '\\u003c');
  await writeFile(
    `${picture}.html`,
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="../page.css"><main><div id="log"></div></main>
<script type="application/json" id="reply">${data}</script><script src="../draw.js"></script></html>\n`,
  );
  return { file: `${picture}.html`, picture, isCard: card !== undefined };
}

function indexPage(shown: readonly GalleryShown[]): string {
  const links = shown.map(
    ({ language, name }) => `<li><a href="${language}/${name}.html">${language} ${name}</a></li>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><ul>${links.join('\n')}</ul>\n`;
}

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
          if ((await tab.locator('#log > *').count()) === 0) throw new Error(`${file} draws nothing`);
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
