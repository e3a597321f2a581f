import { readFile, writeFile } from 'node:fs/promises';
import { raster } from '#documents/pdf/raster.ts';

const folder = new URL('../web/public/chat/icons/', import.meta.url);

/** In the sizes that devices ask for when the page is installed, in pixels. */
const sizes = [192, 512];

/** The icons of an installed page as PNG, drawn from ours; `maskable`: devices cut it in a shape of theirs. */
export async function drawIcons(): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = new Map<string, Uint8Array>();
  for (const name of ['icon', 'maskable']) {
    const svg = await readFile(new URL(`${name}.svg`, folder), 'utf8');
    for (const width of sizes) drawn.set(`${name}-${width}.png`, raster(svg, { width }));
  }
  return drawn;
}

if (import.meta.main)
  for (const [name, png] of await drawIcons()) await writeFile(new URL(name, folder), png);
