import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import 'playwright-core';
import { render } from '#cards/render.ts';
import { takePictures, writePages } from '#src/tools/gallery/pages.ts';
import { findEngine } from '../browser/chromium.ts';
import { withBrowser } from '../browser/with-browser.ts';
import { samples } from '../cards/samples/replies.ts';
import { viewOf } from '../cards/samples/view.ts';

withBrowser('the gallery', () => {
  test('draws a card as the chat page does, at two widths, light and dark', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trajectoires-gallery-'));
    const reply = samples['shared-vision'];
    if (reply === undefined) throw new Error('No sample of a vision');
    const pages = await writePages(folder, [
      { language: 'fr', name: 'shared-vision', ...render(reply, viewOf('fr')) },
    ]);
    // It refuses to take a picture of nothing.
    expect(await takePictures(findEngine() ?? '', pages)).toBe(4);
    expect((await readdir(join(folder, 'fr'))).filter((name) => name.endsWith('.png'))).toHaveLength(4);
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
});
