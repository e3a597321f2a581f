import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { json } from '#documents/tables/json/json.ts';
import { resultSchema } from '#documents/tables/json/result-form.ts';
import { openData } from '#documents/tables/open-data/open-data.ts';
import { sampleResult } from '../sample-result.ts';
import { cellsOf } from './text-of.ts';

const sample = (language: string) => sampleResult(language, { people: 120, minGroup: 11 });
const readers = { french: sample('fr').wording, english: sample('en').wording };

function filesOf(result = sample('fr'), views = readers) {
  const made = openData(result, views);
  if (!('zip' in made)) throw new Error(made.refused);
  return unzipSync(made.zip);
}

const files = filesOf();
const text = (name: string) => strFromU8(files[name] ?? new Uint8Array()).replaceAll('\u00a0', ' ');

describe('the open data of a result', () => {
  test('hold the files that they are said to hold, and no other', () => {
    expect(Object.keys(files).sort()).toEqual([
      'LISEZMOI.md',
      'README.md',
      'participation.csv',
      'resultats.csv',
      'resultats.json',
      'schema.json',
      'trajectoires.csv',
      'vision.csv',
    ]);
    for (const name of ['LISEZMOI.md', 'README.md'])
      for (const file of Object.keys(files).filter((it) => !it.endsWith('.md')))
        expect(text(name)).toContain(file);
  });

  test.each(['LISEZMOI.md', 'README.md'])('%s explains every column, one line a column', (name) => {
    for (const file of ['resultats', 'participation', 'vision', 'trajectoires']) {
      const [head = []] = cellsOf(files[`${file}.csv`] ?? new Uint8Array(), ',');
      const [, part = ''] = text(name).split(`### ${file}.csv\n`);
      const [lines = ''] = part.split('\n#');
      expect(lines.match(/^- `(\w+)`/gm)).toEqual(head.map((id) => `- \`${id}\``));
    }
  });

  test('say who took part, that they chose to, what is hidden, whose the data are, and under which licence', () => {
    const french = text('LISEZMOI.md');
    expect(french).toContain('# Données ouvertes : Vallée de la Seille 2040');
    expect(french).toContain('Territoire : la vallée de la Seille');
    expect(french).toContain('120 personnes ont choisi de prendre part.');
    expect(french).toContain('Chaque part est calculée sur 11 personnes au moins.');
    expect(french).toContain('Communauté de communes de la Seille produit ces données');
    expect(french).toContain(
      'Licence Ouverte 2.0 : <https://www.etalab.gouv.fr/licence-ouverte-open-licence>',
    );
    const english = text('README.md');
    expect(english).toContain('# Open data: Seille Valley 2040');
    expect(english).toContain('120 people chose to take part.');
    expect(english).toContain('Final result, of 20 November 2026.');
    expect(`${french}${english}`).not.toMatch(/undefined|NaN|les habitants pensent/);
  });

  test('carry the same result as the other files', () => {
    expect(files['resultats.json']).toEqual(json(sample('fr')));
    expect(JSON.parse(text('schema.json'))).toEqual(resultSchema('https://consultations.example'));
    const [head = [], ...rows] = cellsOf(files['resultats.csv'] ?? new Uint8Array(), ',');
    const kept = head.indexOf('kept');
    const shares = rows.map((row) => row[kept] ?? '').filter((cell) => cell !== '');
    expect(shares.length).toBeGreaterThan(20);
    for (const share of shares) expect(share).toMatch(/^[01](\.\d+)?$/);
  });

  test('are the same, byte for byte, whenever they are made', () => {
    expect(openData(sample('fr'), readers)).toEqual(openData(sample('fr'), readers));
    const made = openData(sample('fr'), readers);
    if (!('zip' in made)) throw new Error(made.refused);
    expect(new DataView(made.zip.buffer, made.zip.byteOffset).getUint32(10, true)).toBe(0x00210000);
  });

  test('are refused where figures may stand on fewer people than the public may see', () => {
    const small = sampleResult('fr', { minGroup: 5 });
    expect(openData(small, readers)).toEqual({ refused: 'small-groups', least: 11 });
  });

  test('show a title as it was typed: nothing of it becomes markup', () => {
    const hostile = (language: string) => {
      const { wording, ...result } = sample(language);
      const title = { fr: '# [ici](javascript:x)\n<img src=x>', en: '*x*' };
      return { ...result, wording: { ...wording, consultation: { ...wording.consultation, title } } };
    };
    const made = filesOf(hostile('fr'), { french: hostile('fr').wording, english: hostile('en').wording });
    const [heading] = strFromU8(made['LISEZMOI.md'] ?? new Uint8Array()).split('\n');
    expect(heading?.replaceAll('\u00a0', ' ')).toBe(
      '# Données ouvertes : \\# \\[ici\\](javascript:x) \\<img src=x\\>',
    );
  });
});
