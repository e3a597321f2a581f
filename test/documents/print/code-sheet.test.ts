import { expect, test } from '@jest/globals';
import { codeSheet, linkWithCode } from '#documents/print/code-sheet.ts';
import { sampleWording } from '#test/wording/sample.ts';
import { readPdf, tagCounts } from './read-pdf.ts';

const address = 'https://trajectoires.seille.example/c/vallee';
const codes = Array.from({ length: 12 }, (_, i) => `KTM4P-7RTX${'ACDEFHJKMNPR'[i]}`);

test('ten codes an A4 sheet, each with its own square, in words that are read; cut lines are decoration', async () => {
  const wording = sampleWording('fr');
  const bytes = await codeSheet({ wording, address, codes, at: '2026-11-25T10:00:00.000Z', compress: false });
  const { pages, source } = await readPdf(bytes);
  expect(pages).toHaveLength(2);
  const words = pages.map(({ runs }) =>
    runs
      .map(({ text }) => text.trim())
      .join(' ')
      .replaceAll('\u00a0', ' '),
  );
  for (const [i, code] of codes.entries()) expect(words[i < 10 ? 0 : 1]).toContain(code);
  expect(words[0]?.replaceAll('/ ', '/')).toContain('trajectoires.seille.example/c/vallee');
  expect(words[0]).toContain('Ce code sert une seule fois');
  expect(tagCounts(source)).toMatchObject({ Document: 1, Sect: 12, H1: 1, H2: 11, Figure: 12 });
  for (const page of pages) {
    expect([page.width, page.height]).toEqual([595.28, 841.89]);
    expect(page.unmarked).toEqual([]);
    expect(page.missing).toBe(0);
  }
  expect(linkWithCode(address, 'KTM4P-7RTX2')).toBe(`${address}#code=KTM4P-7RTX2`);
});
