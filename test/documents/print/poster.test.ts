import { describe, expect, test } from '@jest/globals';
import { poster } from '#documents/print/poster.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { bounds } from '#domain/consultation/consultation.ts';
import { sampleWording } from '#test/wording/sample.ts';
import { readPdf, tagCounts } from './read-pdf.ts';
import { rightEdges } from './right-edges.ts';

const at = '2026-11-25T10:00:00.000Z';
const address = 'https://trajectoires.seille.example/c/vallee';

function wording(language: string, change: Partial<Consultation> = {}) {
  const plain = sampleWording(language);
  return { ...plain, consultation: { ...plain.consultation, ...change } };
}

async function read(...given: Parameters<typeof poster>) {
  const [setup] = given;
  return readPdf(await poster({ ...setup, compress: false }));
}

const words = (page: { runs: readonly { text: string }[] } | undefined): string =>
  (page?.runs ?? [])
    .map(({ text }) => text.trim())
    .join(' ')
    .replaceAll('\u00a0', ' ');

describe('the poster', () => {
  test('has a page a language, each with its words, its one heading and its code', async () => {
    const { pages, source } = await read({ wordings: [wording('fr'), wording('en')], address, at });
    expect(pages).toHaveLength(2);
    const [fr, en] = pages.map(words);
    expect(fr).toContain('Vallée de la Seille 2040 La vallée de la Seille');
    expect(fr).toContain('Votre nom n’est pas demandé');
    expect(fr).toContain('Responsable : Communauté de communes de la Seille');
    expect(fr).toContain('donnees@seille.example');
    expect(en).toContain('Seille Valley 2040');
    expect(en).toContain('Your name is not asked for');
    expect(tagCounts(source)).toMatchObject({ Document: 1, Sect: 2, H1: 2, Figure: 2, L: 2 });
    expect(source).toMatch(/\/Lang \(fr\)/);
    expect(source).toMatch(/\/Lang \(en\)/);
  });

  test('says how to reach nobody where nobody said it', async () => {
    const controller = { name: { fr: 'Mairie' }, contact: '' };
    const { pages } = await read({ wordings: [wording('fr', { controller })], address, at });
    expect(words(pages[0])).toContain('Responsable : Mairie');
    expect(words(pages[0])).not.toContain('Pour toute question');
  });

  test('is an A4 page of which every stroke is an element or decoration, in signs that the font has', async () => {
    const { pages } = await read({ wordings: [wording('fr')], address, at });
    const [page] = pages;
    expect([page?.width, page?.height]).toEqual([595.28, 841.89]);
    expect(page?.unmarked).toEqual([]);
    expect(page?.missing).toBe(0);
  });

  test('shows the address as people type it, larger than anything but the title', async () => {
    const { pages } = await read({ wordings: [wording('fr')], address, at });
    const [page] = pages;
    const shown = page?.runs.find(({ text }) => text === 'trajectoires.seille.example/c/vallee');
    expect(shown?.size).toBeGreaterThan(24);
    const larger = page?.runs.filter(({ size }) => size > (shown?.size ?? 0));
    expect(new Set(larger?.map(({ tag }) => tag))).toEqual(new Set(['H1']));
  });

  test.each([
    ['2027-01-01T00:00:00+01:00', 'Jusqu’au 31 décembre 2026'],
    ['2026-12-15T12:00:00Z', 'Jusqu’au 15 décembre 2026'],
  ])('of a consultation that ends at %s says %s', async (ends, said) => {
    const closesAt = new Date(ends).toISOString();
    const { pages } = await read({ wordings: [wording('fr', { closesAt })], address, at });
    expect(words(pages[0])).toContain(said);
  });

  test('says no end where there is none', async () => {
    const { pages } = await read({ wordings: [wording('fr')], address, at });
    expect(words(pages[0])).not.toContain('Jusqu’au');
  });

  test('is the same bytes for the same words', async () => {
    const made = () => poster({ wordings: [wording('fr')], address, at });
    expect(Buffer.from(await made()).equals(Buffer.from(await made()))).toBe(true);
  });
});

const longest: Record<string, string> = {
  'many words': 'Imaginons ensemble la vie de tous les jours dans nos villages et nos bourgs 2040',
  'long words': 'Développement communautaire intercommunal anticonstitutionnellement territorial.',
  'wide letters': 'MOBILITÉ COMMUNE, ÉCONOMIE COMMUNE, MÉMOIRE COMMUNE : MWMWMWMW, COMMUNE DE 2040.',
  'one word': 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson-et-Chalons-en-Champagne-demain2040',
};

describe.each(Object.entries(longest))('the poster of a title of 80 characters, %s', (_, title) => {
  const change = {
    title: { fr: title },
    territory: { fr: title },
    controller: { name: { fr: title }, contact: 'delegue.protection.des.donnees@communaute-du-haut.example' },
    closesAt: '2026-12-31T23:00:00.000Z',
  };
  const far =
    'https://trajectoires.communaute-haut-vivarais.example/c/vallee-de-la-seille-deux-mille-quar-k7p2';

  test('holds all of it, each line within the margins and none over another', async () => {
    expect(title.length).toBe(bounds.title);
    const { pages } = await read({ wordings: [wording('fr', change)], address: far, at });
    expect(pages).toHaveLength(1);
    const [page] = pages;
    const heading = page?.runs.filter(({ tag }) => tag === 'H1') ?? [];
    expect(
      heading
        .map(({ text }) => text)
        .join('')
        .replaceAll('\u00a0', ' '),
    ).toBe(title);
    for (const { run, right } of rightEdges(page?.runs ?? [])) {
      expect([run.text, right <= 595.28 - 56 + 0.5]).toEqual([run.text, true]);
      expect(run.y).toBeGreaterThan(30);
    }
    const above = page?.runs.filter(({ y }) => y > 841.89 - 382) ?? [];
    const said = above.map(({ text }) => text.trim()).join(' ');
    expect(said).toMatch(/Il ne recommande rien\.$/);
    above.slice(1).forEach((run, i) => {
      expect((above[i]?.y ?? 0) - run.y).toBeGreaterThan(0.95 * run.size);
    });
  });
});
