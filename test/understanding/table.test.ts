import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { read } from '#understanding/read.ts';
import { startRecogniser } from '#understanding/recogniser/recogniser.ts';
import { loadTable } from './table.ts';

const recogniser = startRecogniser({ deadlineMs: 5_000 });

beforeAll(() => recogniser.ready, 60_000);
afterAll(() => recogniser.close());

const french = loadTable('french.yaml');
const english = loadTable('english.yaml');

test('the tables are long enough to mean something', () => {
  expect(french.length).toBeGreaterThanOrEqual(150);
  expect(english.length).toBeGreaterThanOrEqual(80);
});

test.each(french)('fr $to: $text', async ({ text, expected, language, reading }) => {
  expect(await read(text, expected, language, recogniser.recognise)).toEqual(reading);
});

test.each(english)('en $to: $text', async ({ text, expected, language, reading }) => {
  expect(await read(text, expected, language, recogniser.recognise)).toEqual(reading);
});
