import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { render } from '#cards/render.ts';
import { findChromium } from '#test/browser/chromium.ts';
import { samples } from '#test/cards/samples/replies.ts';
import { viewOf } from '#test/cards/samples/view.ts';
import { languages } from '#test/wording/sample.ts';
import { takePictures, writePages } from './gallery/pages.ts';

/** `npm run gallery [-- name…]`: every card (or those whose names begin so) as HTML and pictures in ./gallery. */
const { positionals } = parseArgs({ allowPositionals: true });
const folder = fileURLToPath(new URL('../../gallery/', import.meta.url));
const wanted = (name: string) =>
  positionals.length === 0 || positionals.some((start) => name.startsWith(start));

const shown = languages.flatMap((language) =>
  Object.entries(samples)
    .filter(([name]) => wanted(name))
    .map(([name, reply]) => ({ language, name, ...render(reply, viewOf(language)) })),
);
const pages = await writePages(folder, shown);
console.log(`${pages.length} pages: ${folder}index.html`);

const chromium = findChromium();
if (chromium === undefined) {
  console.log(
    'No pictures: no Chromium here. Install one (Debian: apt install chromium), or name it in CHROMIUM_PATH.',
  );
} else {
  console.log(`${await takePictures(chromium, pages)} pictures`);
}
