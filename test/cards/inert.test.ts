import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { inert, unlinked } from '#cards/parts/inert.ts';
import { render } from '#cards/render.ts';
import { dialog } from '#channels/turns/dialog.ts';
import { plainMarkdown } from '#web/chat-client/cards/plain-markdown.ts';
import { hostile, hostileReplies } from './samples/hostile.ts';
import { nodes } from './walk.ts';

/** Web Chat's reading of Markdown, and one that is looser in everything. */
const webChat = new MarkdownIt({ linkify: true, typographer: true });
const loosest = new MarkdownIt({ html: true, linkify: true, breaks: true });
const readings = [webChat, loosest].map((one) => (text: string) => one.render(text)).concat(plainMarkdown);

/** What became of a text beside text. */
const alive = (text: string) =>
  readings.flatMap((read) => read(text).match(/<(?!\/?p>|br>)[^>]*>|• /g) ?? []);

describe('a text that Markdown is read in', () => {
  test.each([
    'Vallée de la Seille 2040',
    'L’avenir, c’est nous & vous : 50 % d’élus, 3,5 km (2e phase)',
    'Bourg-Neuf - « ensemble » ! Et demain ? #2040',
    'inviter notre-vallee-k7p2',
    'KTMP-4P7R',
    '1er mars 2026, 12 h 30',
    'a < b et 2 > 1',
  ])('is as it was where there is nothing to read: %s', (text) => {
    expect(inert(text)).toBe(text);
    expect(unlinked(text)).toBe(text);
  });

  test('comes to nothing, whatever is written', () => {
    const part = fc.constantFrom(...hostile.split(/(?<=[\s\]()<>*_`\\&;])|(?=[\s[\]()<>*_`\\&;])/));
    const text = fc.array(fc.oneof({ arbitrary: part, weight: 4 }, { arbitrary: fc.string(), weight: 1 }));
    fc.assert(
      fc.property(text, (parts) => {
        expect(alive(inert(parts.join('')))).toEqual([]);
      }),
    );
  });

  test('looks the same: signs that take no room and signs that look alike, nothing else', () => {
    const alike: Readonly<Record<string, string>> = { '∗': '*', ˍ: '_', ˋ: '`', '∼': '~' };
    const seen = inert(hostile)
      .replace(/[\u2060\u2066-\u2069]/g, '')
      .replace(/[∗ˍˋ∼]/g, (sign) => alike[sign] ?? sign);
    expect(seen).toBe(hostile);
  });

  test('costs no time', () => {
    const began = performance.now();
    for (const sign of ['*', '[', ']', '<', '\\', '{{', '\n- ', '1', ' ', 'a.', '@'])
      inert(sign.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe.each(hostileReplies)('%s, in words full of Markdown', (_, reply, view) => {
  const { text, card } = render(reply, view);

  test('has none alive', () => {
    const all = nodes([card, dialog([reply], view).task.value.card.content]);
    const blocks = all.filter(({ type }) => type === 'TextBlock').map((block) => `${block.text}`);
    const choices = all
      .flatMap((node) =>
        node.type === 'Input.Toggle' ? [node] : ((node.choices as { title: string }[]) ?? []),
      )
      .map(({ title }) => `${title}`);
    expect(new Set([...blocks, ...choices].flatMap(alive))).toEqual(new Set());
    for (const said of [...blocks, ...choices]) expect(said).not.toContain('{{');
  });

  test('has no link in its plain words, which a host may take for Markdown', () => {
    expect(text).not.toMatch(/\]\(|<at>|<img/);
    expect(card?.fallbackText ?? text).toBe(text);
  });
});

test('what is looked for would be found', () => {
  expect(alive(hostile).length).toBeGreaterThan(20);
});
