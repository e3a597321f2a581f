import { expect, test } from '@jest/globals';
import { jsonBytes } from '#channels/direct-line/json-bytes.ts';

test('what a conversation keeps is its JSON, and no block of memory around it', () => {
  const said = { text: 'L’été, déjà' };
  const bytes = jsonBytes(said);
  expect(JSON.parse(bytes.toString())).toEqual(said);
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});
