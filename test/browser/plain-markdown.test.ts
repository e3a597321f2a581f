import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainMarkdown } from '#web/chat-client/cards/plain-markdown.ts';

describe('the Markdown of cards', () => {
  test.each([
    ['**Pour** : oui', '<strong>Pour</strong> : oui'],
    ['un _mot_ ici', 'un <em>mot</em> ici'],
    ['snake_case_name', 'snake_case_name'],
    ['un\ndeux', 'un<br>deux'],
    ['- un\n- deux', '• un<br>• deux'],
    ['2 \\* 3 \\_ 4', '2 * 3 _ 4'],
    ['\\<b\\>', '&lt;b&gt;'],
    ['[ici](https://example.org)', '[ici](https://example.org)'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ])('draws %j', (source, drawn) => {
    expect(plainMarkdown(source)).toBe(drawn);
  });

  test('never lets markup through, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '*', '_', '\\', '"', '&', 'a', ' ', '\n', '\ue000') }),
        (source) => {
          expect(plainMarkdown(source).replaceAll(/<\/?(strong|em)>|<br>/g, '')).not.toMatch(/[<>"]/);
        },
      ),
    );
  });
});
