import { describe, expect, test } from '@jest/globals';
import { tableSheets } from '#documents/print/table-sheets.ts';
import { longView } from '#test/cards/samples/longest.ts';
import { sampleWording } from '#test/wording/sample.ts';
import type { Wording } from '#wording/wording.ts';
import { tableSheet } from '#wording/workshop/table-sheet.ts';
import { type PdfPage, readPdf, tagCounts } from './read-pdf.ts';
import { rightEdges } from './right-edges.ts';

const at = '2026-11-25T10:00:00.000Z';

async function read(wording: Wording) {
  return readPdf(await tableSheets({ wording, at, compress: false }));
}

const words = ({ runs }: PdfPage): string => runs.map(({ text }) => text.trim()).join(' ');
const heading = ({ runs }: PdfPage): string =>
  runs
    .filter(({ tag }) => tag === 'H1')
    .map(({ text }) => text)
    .join('');

function staysOnPaper(pages: readonly PdfPage[]) {
  for (const page of pages) {
    expect(page.unmarked).toEqual([]);
    expect(page.missing).toBe(0);
    for (const { run, right } of rightEdges(page.runs)) {
      expect([run.text, right < page.width - 35]).toEqual([run.text, true]);
      expect(run.y).toBeGreaterThan(14);
      expect(run.size).toBeGreaterThanOrEqual(6);
    }
  }
}

describe.each(['fr', 'en'])('the sheets for a table in %s', (language) => {
  const wording = sampleWording(language);
  const made = read(wording);

  test('are a page a domain and a last one for the whole', async () => {
    const { pages } = await made;
    expect(pages.map(heading)).toEqual([
      ...wording.catalogue.domains.map(({ id }) => wording.text.domains[id]?.title),
      wording.say('workshop-kit.asked.whole'),
    ]);
    staysOnPaper(pages);
  });

  test('ask of each domain its direction, and name each of its trajectories', async () => {
    const { pages } = await made;
    wording.catalogue.domains.forEach(({ trajectories, orientations }, i) => {
      const text = words(pages[i] as PdfPage);
      for (const { id } of trajectories) expect(text).toContain(wording.text.trajectories[id]?.title);
      for (const id of orientations) expect(text).toContain(wording.text.orientations[id]?.title);
    });
  });

  test('are tables to a screen reader, with a heading for each column and each row', async () => {
    const { source } = await made;
    // Named by its number and its title in one; the moments stand under their question.
    const [columns, blank] = [7, 1];
    const synergies = { rows: 5, columns: 3 };
    expect(tagCounts(source)).toMatchObject({
      Table: 6 + 1,
      TR: 63 + 6 + synergies.rows + 1,
      TH: 63 + 6 * (columns + 1) + synergies.rows + synergies.columns,
      TD: 63 * (columns - 1) + synergies.rows * synergies.columns + blank,
    });
    expect(source.match(/\/Scope \/Column/g)).toHaveLength(6 * columns + synergies.columns);
    expect(source.match(/\/Scope \/Row/g)).toHaveLength(63 + synergies.rows);
  });

  test('ask for the people at the table once, and for its name on each page', async () => {
    const { pages } = await made;
    const { table, people } = tableSheet(wording);
    expect(pages.map((page) => words(page).includes(table.label))).toEqual(pages.map(() => true));
    expect(pages.map((page) => words(page).includes(people.label))).toEqual(pages.map((_, i) => i === 0));
  });
});

test('a domain of forty trajectories takes four pages, its directions on the first alone', async () => {
  const wording = sampleWording('fr');
  const domains = wording.catalogue.domains
    .filter(({ id }) => id === 'health')
    .map((domain) => {
      const [one] = domain.trajectories;
      if (one === undefined) throw new Error('No trajectory');
      return { ...domain, trajectories: Array.from({ length: 40 }, () => one) };
    });
  const { pages } = await read({ ...wording, catalogue: { ...wording.catalogue, domains } });
  expect(pages).toHaveLength(5);
  const title = 'Le suivi et les soins à domicile';
  expect(pages.map((page) => words(page).includes(title))).toEqual([true, false, false, false, false]);
  staysOnPaper(pages);
});

test('the longest titles stay on the paper', async () => {
  const { pages } = await read(longView('fr'));
  staysOnPaper(pages);
});
