import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { render } from '#cards/render.ts';
import { hostile, hostileReplies } from '#test/cards/samples/hostile.ts';
import { launch, visitor } from './chromium.ts';
import { withBrowser } from './with-browser.ts';

withBrowser('drawn by Microsoft’s renderer', () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    browser = await launch();
    const { outputFiles } = await build({
      stdin: { contents: drawing, resolveDir: process.cwd() },
      ...{ bundle: true, write: false, format: 'iife' },
    });
    script = outputFiles[0]?.text ?? '';
  }, 60_000);
  afterAll(() => browser?.close());

  /** Draws cards with Microsoft's renderer as it comes, Markdown read as Web Chat reads it; gives what is alive in them, and their words. */
  const drawing = `
  import { AdaptiveCard } from 'adaptivecards';
  import MarkdownIt from 'markdown-it';
  const markdown = new MarkdownIt({ html: true, linkify: true, typographer: true });
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  window.draw = (cards) => cards.map((content) => {
    const card = new AdaptiveCard();
    card.parse(content);
    const drawn = card.render();
    const alive = drawn.querySelectorAll('a[href], em, strong, img:not([src^="data:image/svg+xml"], [src^="data:image/png"]), code, pre, s, ul, ol, table, at, b, blockquote, hr, h1, h2');
    return { alive: [...alive].map((one) => one.outerHTML.slice(0, 200)), words: drawn.textContent };
  });
`;

  interface Drawn {
    readonly alive: readonly string[];
    readonly words: string;
  }

  test('Microsoft’s renderer makes nothing of what people wrote: no link, no emphasis, no picture, no mention', async () => {
    const { page } = await visitor(browser);
    await page.addScriptTag({ content: script });
    const draw = (cards: readonly object[]): Promise<readonly Drawn[]> =>
      page.evaluate((all) => (globalThis as unknown as { draw(all: unknown): Drawn[] }).draw(all), cards);

    const shown = hostileReplies.flatMap(([name, reply, view]) => {
      const { card } = render(reply, view);
      // The renderer's own pattern for `lang` refuses every second card.
      const { lang: _, ...content } = card ?? {};
      return card === undefined ? [] : [{ name, content }];
    });
    const drawn = await draw(shown.map(({ content }) => content));
    const found = drawn.flatMap(({ alive }, i) => alive.map((html) => `${shown[i]?.name}: ${html}`));
    expect(found).toEqual([]);
    for (const { words } of drawn) expect(words).not.toMatch(/\\\\[*_[\]()]/);

    const body = [{ type: 'TextBlock', text: hostile }];
    const [raw] = await draw([{ type: 'AdaptiveCard', version: '1.5', body }]);
    expect(raw?.alive.length).toBeGreaterThan(10);
    await page.context().close();
  }, 60_000);
});
