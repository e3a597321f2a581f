import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { drawIcons } from '#src/tools/icons.ts';

test('the icons of an installed page are those of our drawing: npm run icons', async () => {
  for (const [name, png] of await drawIcons()) {
    const kept = await readFile(new URL(`../../src/web/public/chat/icons/${name}`, import.meta.url));
    expect(kept.equals(png)).toBe(true);
  }
});
