import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { typed } from '#cards/parts/elements.ts';
import { escapeTyped } from '#cards/parts/inert.ts';
import { render } from '#cards/render.ts';
import { longestRemark } from '#domain/participant/ballot.ts';
import { ballot, samples } from './samples/replies.ts';
import { viewOf } from './samples/view.ts';
import { nodes } from './walk.ts';

const { formatText }: { formatText: (lang: string, text: string) => string } = createRequire(import.meta.url)(
  'adaptivecards/lib/text-formatters.js',
);

/** What the eye sees: without the marks that take no room. */
const seen = (text: string) => text.replace(/[\u2060\u2066-\u2069]/g, '');

const macro = fc.constantFrom(
  '{{DATE(2026-01-01T00:00:00Z)}}',
  '{{DATE(2026-01-01T00:00:00Z, LONG)}}',
  '{{TIME(2026-01-01T00:00:00+02:00)}}',
);
const markdown = fc.constantFrom(
  '**gras**',
  '_italique_',
  '[lien](https://example.org)',
  '- liste',
  '1. liste',
  '# titre',
  '\\*',
);
const anything = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), macro, markdown, fc.constantFrom('{', '{{', '\u202e', '\u2067')),
  )
  .map((parts) => parts.join(''));

describe('what a person typed', () => {
  test('is seen as typed', () => {
    fc.assert(fc.property(anything, (text) => expect(seen(escapeTyped(text))).toBe(seen(text))));
  });

  test('calls no macro', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const escaped = escapeTyped(text);
        expect(formatText('fr', escaped)).toBe(escaped);
        expect(escaped).not.toContain('{{');
      }),
    );
  });

  test('leaves the direction of writing after it as it was', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const [, ...marks] = escapeTyped(text).match(/[\u2066-\u2069]/g) ?? [''];
        const depth = marks.reduce(
          (level, mark) => (mark === '\u2069' ? Math.max(-1, level - 1) : level + 1),
          0,
        );
        if (/[\u202a-\u202e\u2066-\u2068]/.test(text)) expect(depth).toBe(-1);
      }),
    );
  });

  test('stands in text runs, which know no Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) =>
        expect(typed('', text)).toEqual({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }),
      ),
    );
  });

  test('is never in a text block, wherever it is shown', () => {
    const marked = `§${'x'.repeat(20)}`.slice(0, longestRemark);
    const given = { ...ballot, condition: marked, concern: marked };
    const kept = [{ trajectory: 'mobility-avoided', ballot: given }];
    const rest = { examined: 1, welcomed: [], undecided: [], unwelcome: [] };
    const replies = [
      {
        label: 'personal-scenario',
        scenario: { domains: [{ domain: 'mobility', kept, ...rest }], links: [] },
        beside: [],
      },
      {
        ...samples.changes,
        questions: [{ question: 'mobility-own-words', answer: { kind: 'text', value: marked } }],
      },
    ] as Parameters<typeof render>[0][];
    for (const reply of replies) {
      const all = nodes(render(reply, viewOf('fr')).card?.body);
      const holding = all.filter((node) => typeof node.text === 'string' && node.text.includes(marked));
      expect(new Set(holding.map(({ type }) => type))).toEqual(new Set(['TextRun']));
    }
  });
});
