import { describe, expect, test } from '@jest/globals';
import { partsOf } from '#domain/results/part-of.ts';
import type { Grain } from '#wording/numbers.ts';
import { besideTown } from '#wording/who/beside-town.ts';
import { sampleWording } from './sample.ts';

const figures = {
  source: 'Insee 2021',
  roles: { student: 8.5, resident: 100, retired: 27 },
  territories: {},
};

function told(n: number, roles: Record<string, number>, grain: Grain = 'exact', language = 'fr') {
  const wording = sampleWording(language);
  const consultation = { ...wording.consultation, townFigures: figures };
  const who = { roles: partsOf(new Map(Object.entries(roles)), n, 5), territories: {} };
  const beside = besideTown({ n, who, whole: 'gave-a-view' }, grain, { ...wording, consultation });
  if (beside === undefined) throw new Error('There are figures');
  const rows = (beside.tables.roles?.rows ?? []).map((row) => plain(row.join(' | ')));
  return { ...beside, notes: beside.notes.map(plain), rows };
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('who took part beside the town’s own figures', () => {
  test('is told category by category, with whoever is missing by name', () => {
    const { rows, tables } = told(200, { resident: 198, retired: 42, student: 3, elected: 2, carer: 0 });
    expect(tables.roles?.head).toEqual(['Rôle', 'Personnes', 'Leur part', 'Territoire']);
    expect(tables).not.toHaveProperty('territories');
    expect(rows).toEqual([
      'Habitante ou habitant | presque toutes | plus de 97 % | 100 %',
      'À la retraite | 42 | 21 % | 27 %',
      'École ou études | moins de 5 | moins de 3 % | 8,5 %',
      'Chacun des autres | moins de 5 | moins de 3 % | inconnu',
    ]);
  });

  test('says of whom, who counted, and that nothing is weighted', () => {
    expect(told(12, { resident: 12 }).notes).toEqual([
      '« Leur part » : sur les 12 personnes qui ont donné un avis. « Territoire » : la part des habitants, selon cette source : Insee 2021.',
      'Les réponses ne sont pas pondérées : aucune ne compte plus qu’une autre. Ces personnes ont choisi de répondre : elles ne sont pas un échantillon des habitants.',
    ]);
    expect(told(12, { resident: 12 }, 'exact', 'en').notes[1]).toContain('they are not a sample');
  });

  test('tells the same whether nobody or four are in a category', () => {
    expect(told(60, { resident: 50, student: 0 }).rows).toEqual(told(60, { resident: 50, student: 4 }).rows);
  });

  test('tells no share of a provisional result', () => {
    const { rows, tables } = told(60, { resident: 20, student: 1 }, 'coarse');
    expect(tables.roles?.head).toEqual(['Rôle', 'Personnes', 'Territoire']);
    expect(rows[0]).toBe('Habitante ou habitant | environ 20 | 100 %');
  });

  test('is nothing where the consultation has no figures', () => {
    const who = { roles: { resident: 20 }, territories: {} };
    expect(besideTown({ n: 20, who, whole: 'began' }, 'exact', sampleWording('fr'))).toBeUndefined();
  });
});
