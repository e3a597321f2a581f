import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Rendered } from '#cards/view.ts';

export interface GalleryShown extends Rendered {
  readonly language: string;
  readonly name: string;
}

export interface GalleryPage {
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
  const page = (name: string) => fileURLToPath(new URL(`../web/chat-client/${name}`, import.meta.url));
  await build({
    entryPoints: {
      draw: fileURLToPath(new URL('gallery-page.ts', import.meta.url)),
      page: page('style/main.css'),
    },
    outdir: folder,
    bundle: true,
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
