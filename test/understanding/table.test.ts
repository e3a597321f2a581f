import { beforeAll, expect, test } from '@jest/globals';
import { read } from '#understanding/read.ts';
import { loadTable } from './table.ts';
import { recognise } from './warm.ts';

beforeAll(() => recognise('quatre', 'fr'), 60_000);

const french = loadTable('french.yaml');
const english = loadTable('english.yaml');

test('the tables are long enough to mean something', () => {
  expect(french.length).toBeGreaterThanOrEqual(150);
  expect(english.length).toBeGreaterThanOrEqual(80);
});

test.each(french)('fr $to: $text', async ({ text, expected, language, reading }) => {
  expect(await read(text, expected, language, recognise)).toEqual(reading);
});

test.each(english)('en $to: $text', async ({ text, expected, language, reading }) => {
  expect(await read(text, expected, language, recognise)).toEqual(reading);
});
