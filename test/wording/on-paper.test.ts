import { expect, test } from '@jest/globals';
import type { PartOf } from '#domain/results/part-of.ts';
import { onPaper } from '#wording/who/on-paper.ts';
import { sampleWording } from './sample.ts';

const said = (paper: PartOf | undefined, how: 'with' | 'apart', grain: 'exact' | 'coarse' = 'exact') => {
  const wording = sampleWording('fr');
  const consultation = { ...wording.consultation, ...(how === 'apart' && { paper: 'apart' as const }) };
  const who = { roles: {}, territories: {}, ...(paper !== undefined && { paper }) };
  return onPaper({ n: 40, who }, grain, { ...wording, consultation })?.replace(/\s/g, ' ');
};

test('how many answered on paper, among those who are counted', () => {
  expect(said(undefined, 'with')).toBeUndefined();
  expect(said(12, 'with')).toBe('Parmi elles, 12 personnes ont répondu sur papier.');
  expect(said(40, 'with')).toBe('Toutes ont répondu sur papier.');
  expect(said('few', 'with')).toBe('Parmi elles, moins de cinq ont répondu sur papier.');
  expect(said('nearly-all', 'with')).toBe('Presque toutes ont répondu sur papier.');
  expect(said(10, 'with', 'coarse')).toContain('une dizaine de personnes ont répondu sur papier');
});

test('or apart from them, and that their views are not here', () => {
  expect(said(12, 'apart')).toBe(
    '12 personnes ont aussi répondu sur papier. Leurs avis sont comptés à part et ne figurent pas dans ce résultat.',
  );
  expect(said('few', 'apart')).toMatch(/^Moins de cinq personnes ont aussi répondu sur papier\./);
});
