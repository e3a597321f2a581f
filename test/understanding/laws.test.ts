import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Reply } from '#domain/conversation/reply.ts';
import { Ballot, horizons } from '#domain/participant/ballot.ts';
import { read } from '#understanding/read.ts';
import type { Expected, Reading, Recognised } from '#understanding/reading.ts';
import { runs } from '../runs.ts';
import { expectations } from './expectations.ts';

const words =
  `pas plutôt très peu favorable souhaitable voiture vélo bus transports 1 2 3 4,5 6 20 % sur cinq vingt
  quatre cent mille un une la le et ou - + / , ; . ? ! oui non ok ne sais je d’accord dans dix ans 2035 d’ici moins de
  plus jamais déjà retiens tout sauf aucun toutes première dernière b entre à million neither nor not very five years
  in by keep it no idea skip passer 👍 <b> [vélo](http://x) \u0000 \u202e \ud83d ｖéｌｏ 4️⃣ élu·e ½ ② ٤`.split(
    /\s+/,
  );

const typed = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

const recognised: fc.Arbitrary<Recognised> = fc.record(
  { numbers: fc.array(fc.double()), yesNo: fc.boolean() },
  { requiredKeys: ['numbers'] },
);

const languages = fc.constantFrom('fr', 'en', 'constructor', '');

test('whatever is typed and recognised, the reading is one that the expectation allows', async () => {
  await fc.assert(
    fc.asyncProperty(
      typed,
      fc.constantFrom(...expectations),
      languages,
      recognised,
      async (text, expected, language, found) => {
        const reading = await read(text, expected, language, async () => found);
        expect(problemsOf(reading, expected)).toEqual([]);
      },
    ),
    { numRuns: runs(300, 30_000) },
  );
}, 60_000);

test('a title typed word for word is that title, whatever the others say', async () => {
  const title = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
    .map((some) => some.join(' '));
  const spoken = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}%+/<>=-]/gu, '')
      .toLowerCase();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(title, { minLength: 2, maxLength: 6, selector: spoken }),
      fc.nat(),
      async (titles, pick) => {
        fc.pre(titles.every((one) => /\p{L}/u.test(spoken(one))));
        const options = titles.map((one, i) => ({ id: String(i), title: one }));
        const at = pick % titles.length;
        const reading = await read(titles[at] ?? '', { kind: 'choice', options }, 'fr', async () => ({
          numbers: [],
        }));
        expect(reading).toEqual({ kind: 'choice', value: String(at) });
      },
    ),
    { numRuns: runs(100, 5000) },
  );
}, 60_000);

function problemsOf(reading: Reading, expected: Expected): readonly string[] {
  const problem = (isFine: boolean, what: string) => (isFine ? [] : [`${what}: ${JSON.stringify(reading)}`]);
  if (reading.kind === 'dont-know' || reading.kind === 'skip')
    return problem(Object.keys(reading).length === 1, 'bare');
  if (reading.kind === 'unclear') {
    return [
      ...problem(canBeSaid(reading.reason), 'a known reason'),
      ...problem(reading.understood === undefined || reading.understood.length > 0, 'something understood'),
      ...problem(
        (reading.understood ?? []).every((id) => idsOf(expected).includes(id)),
        'understood is known',
      ),
    ];
  }
  return [
    ...problem(reading.kind === expected.kind, 'the kind asked'),
    ...problem(isAllowed(reading, expected), 'allowed'),
  ];
}

function canBeSaid(reason: string): boolean {
  return Reply.safeParse({ label: 'retry', reason, asked: { label: 'consent' }, maySkip: false }).success;
}

function idsOf(expected: Expected): readonly string[] {
  if (expected.kind === 'choice' || expected.kind === 'multi') return expected.options.map(({ id }) => id);
  if (expected.kind === 'scale') return ['1', '2', '3', '4', '5'];
  return expected.kind === 'ballot' ? ['-2', '-1', '0', '1', '2', ...horizons] : [];
}

function isAllowed(reading: Reading, expected: Expected): boolean {
  if (reading.kind === 'choice') return idsOf(expected).includes(reading.value);
  if (reading.kind === 'scale') return [1, 2, 3, 4, 5].includes(reading.value);
  if (reading.kind === 'ballot') {
    const { kind: _, remark, ...said } = reading;
    if (remark === '') return false;
    return Ballot.safeParse({ ...said, benefits: [] }).success;
  }
  if (reading.kind === 'multi' && expected.kind === 'multi') {
    const { values } = reading;
    const isKnown =
      values.every((id) => idsOf(expected).includes(id)) && new Set(values).size === values.length;
    return isKnown && values.length > 0 && values.length <= (expected.max ?? Number.POSITIVE_INFINITY);
  }
  if (reading.kind === 'text')
    return reading.value.length <= 1000 && reading.value.trim() !== '' && reading.value.isWellFormed();
  return reading.kind === 'yes-no' && typeof reading.value === 'boolean';
}
