import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { formOf, someOf } from '../../../src/web/http/request/form.ts';

const Sent = z.object({
  name: z.string(),
  role: z.enum(['owner', 'reader']).optional().catch(undefined),
  people: z.int().catch(Number.NaN),
  closes: z.string().nullable(),
  scopes: someOf(['read', 'write']),
  title: z.record(z.string(), z.string()),
});

test('a form is read by a schema: lists, figures, texts by language, and what is left empty', () => {
  const form = formOf([
    ['name', ' Ana '],
    ['name', 'another'],
    ['people', '12'],
    ['closes', ' '],
    ['scopes', 'write'],
    ['scopes', 'erase'],
    ['scopes', 'read'],
    ['title-fr', ' Bourg\r\n'],
    ['title-en', ''],
    ['title-fr', 'another'],
  ]);
  expect(form.read(Sent)).toEqual({
    ...{ name: 'Ana', people: 12, closes: null, scopes: ['read', 'write'] },
    title: { fr: 'Bourg', en: '' },
  });
});

test('what makes no sense is as the schema has it, or nothing is read', () => {
  const form = formOf([
    ['role', 'king'],
    ['people', '1e3'],
  ]);
  expect(form.read(Sent)).toEqual({ name: '', people: Number.NaN, closes: null, scopes: [], title: {} });
  expect(form.read(z.object({ role: z.enum(['owner']) }))).toBeUndefined();
});
