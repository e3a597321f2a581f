import { describe, expect, test } from '@jest/globals';
import { trajectoryCards } from '#documents/print/cards.ts';
import { cardSides } from '#documents/print/trajectory-card.ts';
import { longView } from '#test/cards/samples/longest.ts';
import { sampleWording } from '#test/wording/sample.ts';
import type { Wording } from '#wording/wording.ts';
import { readPdf, tagCounts } from './read-pdf.ts';
import { rightEdges } from './right-edges.ts';

const at = '2026-11-25T10:00:00.000Z';
const margin = 22.64;
/** Room that scissors may take. */
const spare = 8;

async function read(wording: Wording) {
  return readPdf(await trajectoryCards({ wording, at, compress: false }));
}

/** Each card's lines by the place they begin in, in the order of the cards. */
function cardsOf(page: Awaited<ReturnType<typeof read>>['pages'][number]) {
  return Array.from({ length: 8 }, (_, place) => {
    const left = margin + (place % 2) * cardSides.width;
    const top = page.height - margin - Math.floor(place / 2) * cardSides.height;
    const inside = page.runs.filter(
      ({ x, y }) => x >= left && x < left + cardSides.width && y < top && y >= top - cardSides.height,
    );
    return { left, top, lines: rightEdges(inside) };
  }).filter(({ lines }) => lines.length > 0);
}

const said = (lines: readonly { run: { text: string } }[]) =>
  plain(lines.map(({ run }) => run.text.trim()).join(' '));

/** A no-break space has the drawing of a space, and a line may end after a hyphen. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('- ', '-');

describe.each(['fr', 'en'])('the cards in %s', (language) => {
  const wording = sampleWording(language);
  const all = wording.catalogue.domains.flatMap(({ trajectories }) => trajectories);
  const made = read(wording);

  test('are eight a sheet, each whole with what it says and no other', async () => {
    const { pages } = await made;
    expect(pages).toHaveLength(8);
    const cards = pages.flatMap(cardsOf);
    expect(cards).toHaveLength(all.length);
    all.forEach(({ id, domain }, i) => {
      const words = wording.text.trajectories[id];
      const text = said(cards[i]?.lines ?? []);
      const domainTitle = wording.text.domains[domain]?.title;
      for (const part of [
        domainTitle,
        words?.title,
        words?.summary,
        words?.benefit,
        words?.risk,
        words?.example,
      ]) {
        expect(text).toContain(plain(part ?? 'nothing'));
      }
    });
  });

  test('hold their words: none over an edge, over another line, or too small', async () => {
    for (const page of (await made).pages) {
      expect(page.unmarked).toEqual([]);
      expect(page.missing).toBe(0);
      for (const { left, top, lines } of cardsOf(page)) {
        for (const { run, right } of lines) {
          expect(run.size).toBeGreaterThanOrEqual(7);
          expect(run.text).not.toMatch(/^[\s:;!?»%]/);
          expect(run.x).toBeGreaterThan(left + spare);
          expect(right).toBeLessThan(left + cardSides.width - spare);
          expect(run.y).toBeGreaterThan(top - cardSides.height + spare);
        }
        const [source, ...above] = lines.map(({ run }) => run.y).toReversed();
        expect(Math.min(...above) - (source ?? 0)).toBeGreaterThan(8);
      }
    }
  });

  test('are headings by domain and by card', async () => {
    const { source } = await made;
    expect(tagCounts(source)).toMatchObject({ Sect: 63, H1: 6, H2: 63 });
    expect(source).toContain(`/Lang (${language})`);
  });
});

test('cards of the longest words that a catalogue may hold are whole still', async () => {
  const wording = longView('fr');
  const [first] = wording.catalogue.domains;
  if (first === undefined) throw new Error('No domain');
  const { pages } = await read({ ...wording, catalogue: { ...wording.catalogue, domains: [first] } });
  const cards = pages.flatMap(cardsOf);
  expect(cards).toHaveLength(first.trajectories.length);
  for (const { top, lines } of cards) {
    const words = wording.text.trajectories[first.trajectories[0]?.id ?? ''];
    expect(said(lines)).toContain(words?.example.trim());
    for (const { run } of lines) expect(run.y).toBeGreaterThan(top - cardSides.height + spare);
  }
});

test('only the trajectories in use have a card', async () => {
  const wording = sampleWording('fr');
  const domains = wording.catalogue.domains
    .filter(({ id }) => id === 'mobility')
    .map((domain) => ({ ...domain, trajectories: domain.trajectories.slice(0, 3) }));
  const { pages } = await read({ ...wording, catalogue: { ...wording.catalogue, domains } });
  expect(pages).toHaveLength(1);
  const text = pages.flatMap(cardsOf).map(({ lines }) => said(lines));
  expect(text).toHaveLength(3);
  expect(text[0]).toContain('1 sur 3');
});
